"""What it is done to."""

from mock_server.agent.lexicon.row import Row

# fmt: off
THINGS: tuple[Row, ...] = (
    ("title", False, "title|title's|headline|heading|title text|title segment|text title"
     "|text segment title"
     "|intro title|title card|end card|closing card|intro card|opening title|end title"
     "|closing title|header|main title|title graphic|标题|片头文字|标题文字|大标题|主标题|标题字"
     "|标题卡|题目"),
    ("title", True, "titles|headlines|headings"),
    ("caption", False, "caption (it|this)|caption|caption's|subtitle's|subtitle|subtitle line"
     "|subtitle text|caption (line|text)"
                       "|lines? of (subtitles|captions)|cue"
                       "|字幕|字幕条|中文字幕"
                       "|英文字幕|双语字幕"),
    ("caption", True, "captions|subtitles|subs|cues|subtitling|captioning|closed captions"),
    ("lower-third", False, "lower third|lowerthird|lower third text|lower third text segment"
        "|name tag|name strap"
     "|(name|speaker) (bar|plate|banner|caption|card|super|strip)|nameplate|chyron"
     "|lower third (title|caption|graphic|banner|overlay|bar)|人名(标识|字幕|标签)?条|人名牌"
     "|人物(字幕|名)?条"
     "|(姓名|名字|身份)(字幕)?条|人名字幕|名条|下三分之一字幕条|下三分之一字幕|下三分之一|字条"),
    ("lower-third", True, "lower thirds|name tags"),
    ("words", False, "text|the text|the text segment|this text|text overlay|words|text segment"
     "|text layer|wording|on screen text|writing|date|slogan|tagline|banner|phrase|hashtag|url"
     "|web address|phone number|文字|文本|文案|字|文本框"),
    ("words", True, "texts|text overlays|text segments|文字们"),
    ("genre", "jazz", "jazz|爵士乐|爵士"),
    ("genre", "lo-fi", "lo~fi|lofi beats|lo fi beats"),
    ("genre", "rock", "rock|摇滚乐|摇滚"),
    ("genre", "piano", "piano|钢琴曲"),
    ("genre", "electronic", "techno|edm"),
    ("music", False, "music|music's|song's|background music|bgm|soundtrack|song|music track|tune"
     "|background track|background music track|backing (music|track)|background song|audio track"
     "|backing track|jingle|theme song"
     "|theme music"
     "|bed music|music bed|bg music|score|beat|music file|background beat"
     "|background audio|音乐|背景音乐|(做|当|作)背景乐?"
     "|片头曲|片尾曲|主题曲|配乐|音乐文件|乐曲|歌|曲子|歌曲|背景乐"),
    ("music", True, "songs|music tracks|tunes"),
    ("voiceover", False, "voice~over|spoken narration|voice~over line|narration|narrator|narrate|narrates"
         "|read out|read aloud|speak"
     "|spoken voice~over|say in a voice~over|voice over track|旁白|配音|narrated"
     "|朗读|念|念出来?|念一段|念一句|解说|画外音|旁白配音"),
    ("voiceover", True, "voice~overs|narrations"),
    ("effect", False, "sound effect|sfx|sound fx|audio effect|音效|声音效果|效果音|效果声|特效音|特效声"
         "|音响效果"),
    ("effect", True, "sound effects"),
    ("overlay", False, "覆盖图片|overlay|logo|logo's|watermark's|watermark|叠加图片|picture in picture|pip"
     "|water mark|picture overlay|image overlay|inset|(as|in) a (small |little )?window"
     "|as a (small|little) picture"
     "|small window|brand logo|company logo|叠加|贴图|水印|画中画|小窗口|小窗"
     "|叠加层"
     "|叠加画面|叠加图|台标|标志|logo图"),
    ("overlay", True, "overlays|logos|watermarks"),
    ("image", False, "image|image's|photo|pic|photograph|图片|照片|图像|图"),
    ("images", True, "images|photos|pictures|pics"),
    ("picture", False, "picture|picture's|画面|影像"),
    ("video", False, "walkthrough|demo|screencast|screen recording|gameplay|livestream|keynote"
     "|documentary|unboxing"
     "|lesson|concert|interview|podcast|talk|presentation|tour|ceremony|webinar|tutorial|lecture"
        "|vlog|video|footage|film|movie|whole video|entire video"
     "|whole clip|entire clip|whole film|recording|vid|edit|material|whole edit|complete video"
     "|full video|finished (video|film|clip|movie|edit|thing|piece)|end result|finished product"
     "|scene|project|sequence|视频|片子|影片|整个视频|整段视频|整片|全片|素材|整段|录像|整个片子|成片|整条片子|整部(视频|片子|影片)|整条视频|整条|整支片子"),
    ("clip", False, "clip|segment|video clip|video segment|shot|video file|part of the video|片段"
     "|镜头|段落|视频片段|分段"),
    ("clips", True, "(clips|segments|videos) (below|listed|named)( here| below)?|clips|segments"
     "|video clips|video segments|shots|videos|files|uploads"
     "|uploaded clips|all the clips|media|片段们|(下面|以下|下列|如下)的?(这些|几个|各个)?(视频)?(片段"
     "|素材|视频)"
     "|所有视频|所有片段|所有素材|视频们"),
    ("part", False, "timeline's parts"
     "|(parts?|sections?|stretch|stretches|portions?|pieces?|bits?|segments?) of the"
     " timeline|stretches|parts?|sections?|bits?|pieces?|portions?|stretch|ranges?"
     "|passage|seconds"
     "|time range|time ranges|range of|interval|minutes?|部分|区间|段|一段|这一段|那一段|范围"
     "|之间|地方|这部分|内容"),
    ("sound", False, "playing its (own )?(sound|audio)|(sound|audio) of it|sound|audio|spoken words"
     "|the talking|声音|声音开|音频|语音"),
    ("sound", True, "(my|his|her) (own )?(voice|mic|microphone|audio)"
     "|speech|dialog|dialogue|vocals|人声|speaker|speaker's (voice|audio|sound)|own sound"
     "|(video's |clip's )?original (sound|audio)('s)?|video's own volume|clip's own volume|own volume"
     "|video's own sound|video's own audio"
     "|video's sound|video's audio|clip's sound|clip's audio|picture's own sound|own audio"
     "|sound track|audio of the (video|clip)|sound of the (video|clip)|video sound|video audio"
     "|camera sound|camera audio|natural sound|原声|原声开|原音|视频原声|视频声音|原视频的?声音|视频的声音"
     "|(视频|原视频|原片|影片|片子|画面)(自身|本身|自带|本来|固有|原本|原来|原有|原始|里原有)?的?(声音"
     "|音频|原声|音轨)"
     "|(视频的?)?(原始|原有|原本|原来|自带|自身|本身|本来|固有)的?(声音|音频|音轨|声轨)|原音频|原音轨"
     "|画面声音"
     "|原有声音|原始声音|视频音频"),
    ("volume", False, "(自身|自带|本身|原视频)的?音量"
     "|volume|audio level|sound level|audio volume|sound volume"
     "|gain|level|levels|volume of|volume level|loudness level|video's volume|音量|音量开"
     "|音量(水平|电平|大小)|电平|声音大小|响度"),
    ("sfx", "whoosh", "whoosh|whooshes|swoosh|whoosh sound|swoosh sound"
     "|嗖|嗖嗖|嗖的(那个|那声|那一声|声音)?"),
    ("sfx", "ding", "ding|bell|ding sound|bell sound|叮|铃声|叮的(那个|那声|那一声|声音)?|铃|叮咚"),
    ("sfx", "applause", "applause|clapping|applause sound|claps|clap|掌声|鼓掌"),
    ("sfx", "bleep", "bleep|bleep sound|beep|beep tone|censor (beep|tone)|哔声|哔哔声|消音音"),
    ("swear", True, "swear words?|swearing|curse words?|curse|profanity|bad words?|脏话|粗口"),
    ("bleep", True, "bleep|bleep out|bleeps out|beep out|censor|censor out|哔掉|加哔声盖住"
     "|用哔声盖住|用哔声盖掉"),
    ("sfx", "pop", "pop|pop sound|啵"),
    ("sfx", "click", "click|click sound|clicking|点击声|咔|咔嚓"),
    ("sfx", "laugh", "laugh|laughter|laugh track|laughs|笑声"),
    ("mood", "dramatic", "dramatic"),
    ("mood", "funny", "funny|comedic|comical"),
    ("mood", "quirky", "quirky|playful"),
    ("mood", "mysterious", "mysterious|mystery"),
    ("mood", "dreamy", "dreamy"),
    ("mood", "spooky", "spooky|scary|creepy"),
    ("mood", "summer", "summery?|tropical"),
    ("mood", "groovy", "groovy"),
    ("mood", "nostalgic", "nostalgic"),
    ("mood", "meditative", "meditative|meditation"),
    ("mood", "blues", "blues|bluesy"),
    ("mood", "reggae", "reggae"),
    ("mood", "romantic", "romantic|浪漫"),
    ("mood", "festive", "festive|christmas|节日"),
    ("mood", "funky", "funky|funk|放克"),
    ("mood", "hip hop", "hip~hop|嘻哈"),
    ("mood", "folk", "folk|country|乡村"),
    ("mood", "suspenseful", "suspenseful|suspense|tense|悬疑|紧张"),
    ("mood", "lo-fi", "lo~fi|lofi|chill|chilled|chill out|chillout"),
    ("mood", "upbeat", "upbeat|cheerful|energetic|fun|lively|bouncy|peppy|轻快|欢快|活泼|动感|有活力"),
    ("mood", "calm", "calm|soft|gentle|relaxing|relaxed|peaceful|soothing|mellow|quiet|slow|舒缓|平静"
     "|柔和|轻柔|安静|轻松|放松|温柔"),
    ("mood", "epic", "epic|heroic|grand|史诗感|史诗|大气|宏大|史诗般"),
    ("mood", "happy", "happy|joyful|快乐|开心|愉快"),
    ("mood", "sad", "sad|melancholic|sorrowful|悲伤|忧伤|伤感"),
    ("mood", "cinematic", "cinematic|film|movie|orchestral|电影感|电影"),
    ("mood", "ambient", "ambient|atmospheric|氛围|环境音"),
    ("mood", "jazz", "jazz|jazzy|爵士|爵士乐"),
    ("mood", "piano", "piano|钢琴|钢琴曲"),
    ("mood", "acoustic", "acoustic|guitar|民谣|吉他"),
    ("mood", "electronic", "electronic|techno|edm|electro|电子|电子乐"),
    ("mood", "rock", "rock|摇滚"),
    ("mood", "classical", "classical|古典|古典乐"),
    ("mood", "inspiring", "inspiring|inspirational|motivational|motivating|uplifting|励志|激励|振奋"),
    ("mood", "corporate", "corporate|business|商务|企业"),
    ("track", True, "track|tracks|音轨"),
    ("something", True, "something|sth|anything|一点别的|别的"),
    ("it", None, "its|their|it|it's|that's|this|that|this one|that one|them|these|those|one|它|它们"
     "|他|这个|那个|刚才那个|刚加的|刚才的"),
    ("count", None, "two|three|four|five|several|a few|a couple of|两个|三个|几个|2|3|两段|三段|四段"
                    "|五段|六段|两条|三条|四条|五条|六条|四个|五个|六个|两首"),
    ("vague", None, "let me|(i|we) (like|love)|all the way up|up all the way|green screen|blue screen"
     "|((on|in|over|at) the )?(left|right|top|bottom|upper|lower|left hand|right hand) half"
     "|左半边|右半边|上半边|下半边"
     "|左半屏|右半屏|start over|start again|start afresh|from scratch|重新开始|从头再来"
     "|one of|some of|any of|either of|most of|a few of|several of|parts? of"
     "|bits of|其中(一|两|几)(段|个|条|句|首|张)|其中之一|任意一(个|段)"
     "|随便(哪|一)(段|个)|某(个|段)|有的|有些|某些|部分的"),
    ("both", None, "both|both of them|the two|them both|两个都|两个|两首|两条|两者"
     "|它们俩|二者|俩|它们都"),
    ("bothclips", None, "两段都|两段视频都?|两个片段都?|两个视频都?|两段素材都?"),
    ("which", 0, "first|1st|第一|第一个|第一条|第一段|第一首"),
    ("which", 1, "second|2nd|第二|第二个|第二条|第二段|第二首"),
    ("which", 2, "third|3rd|第三|第三个|第三条|第三段|第三首"),
    ("which", 3, "fourth|4th|第四|第四个|第四条|第四段"),
    ("which", -2, "second to last|second last|next to last|penultimate|last but one|倒数第二个"
        "|倒数第二条|倒数第二"),
    ("which", -1, "last|final|最后一个|最后一条|最后一段|最后一首|最后的"),
    ("music", False, "(做|当|作|作为)(背景音乐|背景乐|背景|配乐)"),
    ("hardcut", True, "(hard|straight) cuts?|直接硬切|硬切"),
    ("duplicate", True, "duplicate|duplicated|second copy|extra copy|one of (them|these|the two)"
     "|repeated|重复的|重复|多余的"),
    ("cutpoint", None, "cut point|cut at|cut|cuts|edit point|between (the )?(two )?clips"
     "|between neighbou?rs|between (each|every) (clip|one|pair)( and the next)?( one)?"
     "|between (them|consecutive clips|adjacent"
     " clips|neighbou?ring clips|successive clips)|(consecutive|adjacent|neighbou?ring|successive) (clips"
     "|ones)"
     "|between all (the )?clips|every cut|all (the )?cuts|each cut|joints?|(the|each|every) (join|joins"
     "|seam|seams)|剪切点|剪辑点|切点"
     "|两段(视频|片段|素材)?之间|两个(片段|视频|素材)之间|(每|每个|每两个|任意两个|两个)?(相邻"
     "|前后)的?(两段|两个片段|片段|素材|视频)(之间)?|相邻(片段|素材|视频)之间有|每两个?相邻片段之间有"
     "|每两(段|个片段)之间|两两之间|彼此(之间)?|前一(段|个|个片段)(与|和|跟)后一(段|个|个片段)(之间)?|片段之间|每个剪切点|相邻处|相邻片段|相邻片段之间|剪切处|衔接处|切口处?|剪口|接口|接缝处|交接处|接头"),
)
# fmt: on
