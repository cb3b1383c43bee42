"""The words that the agent knows, in both languages: kind, meaning, phrases.

In a phrase a space stands for a space or a hyphen, `~` for either or none, `?` makes the character
before it optional. The longest phrase wins. A word that is not here makes its clause unreadable.
"""

from collections.abc import Iterator

Row = tuple[str, object, str]

# Said around an order; they carry nothing.
_FILLERS = (
    "the|an?|please|pls|plz|just|now|also|too|can you|could you|would you|will you|can u|could u"
    "|can we|could we|let's|lets|let us|i want to|i'd like to|i would like to|i want you to|we need to"
    "|i need to|i need you to|we want to|i wanna|go ahead and|kindly|maybe you can|for me|for us|thanks?"
    "|thank you|cheers|ok|okay|hey|hi|hello|so|well|then|finally|lastly|next|after that|actually|really"
    "|simply|quickly|again|there|here|like|some|of|with|on|in|and also|my|your|our|this|that|these|those"
    "|its|is|are|be|being|exactly|only once|once|following|current|existing|total|um+|uh|guys?|mate|dude"
    "|right away|asap|a nice|nice|small|single|new|another|one|uploaded|upload|named|called|which|who"
    "|up front|in total|as well|effect|effects|animation|completely|entirely|totally|altogether|layer|element|itself|yet another"
    "|shall|will|gets?|got|want|wants|need|i'd like|i would like|would like|i|we|you|me|us|give me"
    "|here's|here is|time|times|both sides|instead please|if possible|when possible|somewhat|kind of"
    "|sort of|already there|yeah|yes|yep|sure|great|good|perfect|awesome|alright|hmm|oh|in order|such|such as|er|e'g|english|in english|of the (frame|screen|picture|canvas|video|clip|project)|edges?|simply"
    "|plus|along|straight|immediately|once more|as a|file|slideshow|towards?|an extra|extra"
)
_ZH_FILLERS = (
    "请|麻烦|帮我|帮忙|给我|帮|一下|的|了|吧|呢|啊|哦|嘛|个|一个|一段|一条|一张|一首|一句|一行|一点|点|些|一些"
    "|现在|也|还|就|都|再|又|可以|能不能|能否|能|可否|我想|我要|我想要|想要|我|你|您|这个|那个|这段|那段|这|那|该"
    "|地|得|着|里|中|上|下|处|时|时候|为|是|于|以|并|且|并且|后|条|段|首|张|句|行|进行|处理|做|一|们|其|所有的"
    "|以下|上传的|上传|文件|幻灯片|新的|新|麻烦你|谢谢|辛苦|好的|好|呀|对|对于|要|最好|先|直接|等|如|为准|为基准|为中心|英文|边缘|时间|时间范围|显示时间|显示时间为|时间为|作为|当作|当|同时|另外|画面上"
    "|屏幕上|视频里|视频中|视频上|画面里|画面中|轨道|效果|各|内容|文字内容|内容为|文字为|写着|显示为"
)

VERBS: tuple[Row, ...] = (
    (
        "add",
        "add",
        "adds?|adding|insert|include|create|append|attach|throw in|drop in|pop in|put in|stick in"
        "|there (should|must) be|missing|write|record|burn in|burn|type|superimpose|overlay|overlaid|lay"
        "|layer|slap|stick|start with|introduce|bring in|throw|plop|add in|add on|tack on|tack|put up|put on"
        "|show me",
    ),
    (
        "add",
        "add",
        "添加|加上|加入|加个|加一个|加一段|加一条|加一句|加一|加张|加段|加点|加些|加|插入|新增|增加一个|增加|配上|配个|配段|配点|配一|配|写上|写"
        "|打上|叠加|制作|创建|缺少|追加|贴上|盖上|来个|来一个|来段|来一段|来点|弄个|放上|放一个|放个|放一段|上个",
    ),
    (
        "show",
        "show",
        "show|shows|display|put|place|position|have|play|plays|use|apply|render|give|put back",
    ),
    ("show", "show", "显示|出现|展示|放在|放到|放入|放进|放|摆在|摆到|用|使用|应用|播放|呈现"),
    (
        "remove",
        "remove",
        "remove|removes|removing|delete|deleting|erase|get rid of|getting rid of|take out|take away|take off"
        "|taking out|eliminate|lose|kill|clear|discard|strip out|strip|dump|ditch|scrap|throw away|throw out"
        "|wipe|has to go|must go|should go|no longer needed|can go|can be (removed|deleted|cut)|must not (be|exist)|should not (be|exist)|shouldn't be|toss|drop|nuke|axe|take down",
    ),
    (
        "remove",
        "remove",
        "掐掉|删除掉|删除|删掉|删去|删|去掉|去除|移除|清除|取消|除去|剔除|拿掉|撤掉|不要了|清掉|抹掉|扔掉|丢掉",
    ),
    (
        "cut",
        "cut",
        "cut off|cut out|cut away|cut|cutting|cuts|trim off|trim away|trim|trimming|chop off|chop out|chop|snip off|snip out"
        "|snip|skip|clip off|clip out|shave off|crop out|crop off|slice off|excise|shorten",
    ),
    (
        "cut",
        "cut",
        "剪掉|剪去|剪切掉|剪切|剪短|剪下|裁掉|裁去|切掉|切除|截掉|砍掉|剪|裁剪掉|跳过|截去|缩短",
    ),
    ("keep", "keep", "keep|keeping|retain|preserve|leave|hold on to|only keep|save|extract"),
    ("only", "only", "only|nothing but|just the|only the"),
    ("keep", "only", "只保留|仅保留|只留下|只留|只要|只需要|仅留|只取|只截取|只剩"),
    ("keep", "keep", "保留|留下|截取|留住|留"),
    (
        "set",
        "set",
        "make|makes|making|set|sets|setting|change|changes|changing|changed|turn|adjust|adjusting|let|render as|convert|switch|transform"
        "|modify|edit|update|put it|have it|get|bring|tweak|alter|colou?r it|multiply|restyle|turn it|turn this|turn that|go|fix|correct"
        "|apply|keep it",
    ),
    (
        "set",
        "set",
        "改成|改为|改到|改|变成|变为|变|设置为|设置成|设置|设定为|设定|设为|设成|设|调整为|调整到|调整成|调整|调为|调成|调到|调至|调|转成|转为|转换成|转换为|转换|弄成|弄|裁成|剪成|做成|换|处理成|搞成|搞",
    ),
    (
        "move",
        "move",
        "move|moves|moving|shift|shifts|push|slide|reposition|retime|relocate|drag|bump|nudge",
    ),
    ("move", "move", "移动|移|挪|拖|搬"),
    (
        "replace",
        "replace",
        "replace|replacing|swap out|swap|switch out|substitute|exchange|trade|change out",
    ),
    ("replace", "replace", "替换为|替换成|替换|换成|换为|更换为|更换成|更换|换掉|改用"),
    ("rename", "rename", "rename|retitle|reword|rewrite|retype|relabel|更名|重命名|改名为"),
    (
        "begin",
        "begin",
        "start|starts|begin|begins|starting|beginning|come in|comes in|appear|appears|kick off|enter|open|opens|starts off|start off",
    ),
    ("begin", "begin", "开始|起|出现于|开场"),
    ("finish", "finish", "end|ends|ending|finish|finishes|stop|stops|close|wrap up"),
    (
        "last",
        "last",
        "last|lasts|lasting|run|runs|running|stay|stays|stay up|span|take|go on|be on screen|stay on screen|remain|remains",
    ),
    ("last", "last", "持续|停留|显示时长|时长为|时长|长度|时长改为|长"),
    (
        "undo",
        "undo",
        "undo|undo that|undo it|undo this|undo the last (change|edit|step|one|thing)|revert|revert that|revert it"
        "|revert the last (change|edit|step)|take that back|take it back|go back one step|step back|roll back|roll that back"
        "|roll it back|put it back (how|the way|as) it was|undo the last thing you did|undo last|undo what you just did"
        "|never mind that|ctrl z|restore the previous version|go back to the previous version|back to (how|the way) it was"
        "|undo the last action|undo my last (change|edit)|revert my last (change|edit)|put that back",
    ),
    (
        "undo",
        "undo",
        "撤销|撤回|撤销上一步|撤回上一步|恢复上一步|回退|退回上一步|还原上一步|撤销刚才的操作|撤回刚才的操作|撤销刚才的修改|恢复到上一步|回到上一步|撤销刚刚的操作|撤销刚才那步|返回上一步",
    ),
)

ACTIONS: tuple[Row, ...] = (
    (
        "reverse",
        True,
        "reverse|reversed|reversing|backwards?|in reverse|rewind|play backwards?|倒放|倒着播放|倒着放|反向播放|反向|倒序|倒着|倒播|倒带|反转播放",
    ),
    (
        "denoise",
        True,
        "denois(e|es|ing)|denoised|noise reduction|background noise|noises?|noise|hiss|hum|humming|hissing|static|background hum|clean up the (audio|sound)"
        "|clean the (audio|sound)|clean up (audio|sound)|wind noise|room noise",
    ),
    ("denoise", True, "降噪|去噪|背景噪音|背景噪声|噪音|噪声|杂音|底噪|嘶嘶声|背景杂音"),
    (
        "lessen",
        True,
        "reduce|lessen|decrease|cancel|suppress|clean up|clean|filter out|fix|cut down on|减少|降低|消除|消掉|抑制",
    ),
    (
        "stabilize",
        True,
        "stabili[sz]e|stabili[sz]ed|stabili[sz]ing|stabili[sz]ation|image stabili[sz]ation|shak(e|y|iness|ing)|steady|steadier|camera shake|shaky footage"
        "|shaky (video|picture|clip|camera)|jitter|jittery",
    ),
    ("stabilize", True, "稳定|防抖|去抖|抖动|增稳|画面抖动|手抖|稳一点"),
    (
        "normalize",
        True,
        "normali[sz]e|normali[sz]ed|normali[sz]ation|normali[sz]e the (loudness|volume)( of)?|even out the (loudness|volume|audio|sound|levels)( of)?|even out|loudness|level (the|out the) (audio|sound|volume)"
        "|level out|balance the (audio|sound|volume)|consistent volume|even volume|equali[sz]e the volume",
    ),
    (
        "normalize",
        True,
        "标准化|归一化|响度标准化|统一响度|响度|均衡音量|统一音量|平衡音量|音量均衡|音量平衡|音量统一|规范化|平衡响度",
    ),
    (
        "mute",
        True,
        "mute|mutes|muted|muting|silence|silenced|inaudible|make silent|go silent|silent|静音|消音|无声",
    ),
    ("unmute", True, "unmute|unmuted|取消静音|恢复声音|恢复原声|恢复音量|打开声音|开启声音"),
    (
        "freeze",
        True,
        "freeze|freezes|frozen|freeze frame|freeze the frame|freeze the (picture|image|video)|hold the (frame|picture)|hold|holds|still frame|pause on|定格|冻结|静帧|停住|静止|定格画面|停留在|停在|停留",
    ),
    ("frame", None, "frame|frames|帧|画面帧"),
    (
        "lastframe",
        True,
        "last frame|final frame|last picture|last image|end frame|final image|last shot|very last frame|最后一帧|末帧|最后的画面|最后画面|结尾画面|最后一个画面",
    ),
    (
        "split",
        True,
        "split|splits|divide|in two|in half|into two|into two (parts|pieces|segments|clips)|razor|slice|cut in two|cut it in two|cut in half|split in half|in 2"
        "|拆分|分割|切开|切一刀|一分为二|分成两段|分成|断开|剪开|切分|拆成|拆开|切成两段|剪一刀|剪成两段|一刀",
    ),
    (
        "join",
        True,
        "join|merge|concatenate|combine|stitch|stitch together|join together|back to back|in a row|glue|glue together"
        "|拼接|合并|连接|衔接|首尾相接|接在一起|连在一起|拼在一起|拼起来",
    ),
    (
        "order",
        True,
        "one after (the other|another)|in this order|in that order|in the order|in order|order|sequence|the order of|依次|顺序|按顺序|按此顺序|按以下顺序|先后",
    ),
    (
        "overlap",
        True,
        "overlap|overlaps|overlapping|the previous one|into the next|重叠|交叠|前一个",
    ),
    (
        "transition",
        True,
        "transition|transitions|fade transition|cross~fade transition|dissolve|dissolves|cross~fade|cross~fades|cross~dissolve|fade between|转场|过渡|叠化|淡化转场|淡入淡出转场|淡化|交叉淡化|叠化转场",
    ),
    (
        "generate",
        True,
        "generate|generated|generating|ai clip|ai|synthesi[sz]e|生成|生成一段|生成一个|生成的",
    ),
    (
        "faster",
        True,
        "faster|quicker|speed up|speed it up|speed this up|speed that up|speed everything up|speed up by|sped up|speeding up|accelerate|fast forward|fast|quick|hurry up|more quickly|time~lapse|speed the (video|clip|whole video|footage) up"
        "|加速|加快|更快|快一些|快一点|快点|快进|变快|快放|快些|快|提速|提高速度",
    ),
    (
        "slower",
        True,
        "slower|slow down|slow it down|slow this down|slow that down|slowed down|slow|slowed|slowing down|decelerate|slow everything down|slow the (video|clip|whole video|footage) down|more slowly"
        "|减速|放慢|更慢|慢一些|慢一点|慢点|变慢|慢放|慢速|慢些|慢|降速|降低速度",
    ),
    ("slowmo", True, "slow mo|slo mo|slow motion|in slow motion|慢动作|慢镜头"),
    ("toofast", True, "too fast|too quick|太快|过快"),
    ("tooslow", True, "too slow|太慢|过慢"),
    (
        "speed",
        True,
        "speed|speeds|playback speed|play speed|playback rate|pace|tempo|as fast|速度|播放速度|倍速|调速|变速|整体播放速度|语速",
    ),
    (
        "fade",
        "in",
        "fades? in|fading in|faded in|fade up|fade up from black|fades? in from (black|silence)|fading in from (black|silence)|fade from black|from black|淡入|渐入|渐显|从黑场淡入|从黑场渐显|从黑屏淡入|从黑场",
    ),
    (
        "fade",
        "out",
        "fades? out|fading out|faded out|fades? out to (black|silence)|fading out to (black|silence)|fades? to black|fading to black|to black|fade to silence|淡出|渐出|渐隐|淡出到黑|淡出到黑场|淡出至黑|淡出到黑屏|渐黑|变黑|到黑场|淡出黑场",
    ),
    (
        "fade",
        "both",
        "fades? in and out|fading in and out|fades? in and fades? out|fade in & out|fade in fade out|淡入淡出|淡入和淡出",
    ),
    ("fades", True, "fade|fades|fading"),
    ("rotate", True, "rotate|rotated|rotates|rotating|rotation|spin|旋转|转|转动|转个"),
    ("flip", True, "flip|flipped|flip it|turn"),
    ("upside", True, "upside down|颠倒|上下颠倒|倒过来"),
    ("clockwise", 1, "clockwise|clock wise|to the right|顺时针|向右"),
    ("clockwise", -1, "counter~clockwise|anti~clockwise|to the left|逆时针|向左"),
    (
        "crop",
        True,
        "crop|cropped|cropping|crop in|zoom in|zoom|zoomed|zoomed in|punch in|裁剪|裁切|裁掉|放大画面|裁边|画面放大",
    ),
    (
        "fill",
        "blur",
        "blurred background|blurry background|blurred bars|blurred sides|blur the (background|sides|bars|rest)|blurred|blur|blurring|blurred edges|blurred copy|fill the rest with a blurred copy|with blur|背景模糊|模糊背景|模糊|虚化|背景虚化",
    ),
    (
        "fill",
        "fill",
        "fill the (frame|screen|canvas|picture)|fill the frame by cropping|fill|filling|fills|crop to fill|filled|without (black )?bars|no (black )?bars|cropped to fill|铺满|填满|填充|充满|裁满|裁切填满|铺满画面|铺满屏幕|不留黑边",
    ),
    (
        "fill",
        "fit",
        "fit|fits|fitting|fitted|fit the (whole )?picture( in)?|letterbox|letterboxed|black bars|bars|with bars|fit the (whole )?picture in with bars|适应|黑边|完整显示|留黑|包含|留黑边|画面适应画布|两侧留黑边|加黑边",
    ),
    (
        "shape",
        (9, 16),
        "vertical|vertically|portrait|portrait mode|for tik~tok|tik~tok|for reels|reels?|shorts|for shorts|for instagram reels|for youtube shorts|upright|vertical video|vertical format|竖屏|竖版|竖向|抖音|竖着|适合抖音|竖屏视频",
    ),
    ("shape", (1, 1), "square|squared|square format|for instagram|方形|正方形|正方|方的"),
    ("shape", (16, 9), "landscape|horizontal|wide~screen|landscape mode|横屏|横版|横向|宽屏"),
    (
        "shapeword",
        True,
        "aspect ratio|aspect|ratio|format|canvas|orientation|shape|dimensions|project|resolution|screen format|video format|reframe|resize|画幅|比例|画布|尺寸|宽高比|画面比例|画布比例|项目画面比例|项目|版",
    ),
    (
        "look",
        "black and white",
        "black (and|&|n) white|monochrome|gr[ae]y~scale|b&w|b & w|bw|black & white|no colou?r|without colou?r|黑白|黑白的|黑白片|去色",
    ),
    ("look", "warm", "warm|warmer|warm tone|暖色|暖|暖一点|暖色调|温暖|暖调"),
    ("look", "cool", "cool|cooler|cold|colder|cold tone|冷色|冷调|冷|冷一点|冷色调"),
    ("look", "sepia", "sepia|棕褐色|棕褐|复古棕"),
    ("look", "vintage", "vintage|retro|old school|old film|复古|怀旧|老电影"),
    ("look", "cinematic", "cinematic|movie like|film like|filmic|电影感|电影|电影风格|电影质感"),
    (
        "look",
        "vivid",
        "vivid|vibrant|saturated|more vibrant|punchy|colou?rful|vibrance|more saturated|more colou?rful|richer|鲜艳|鲜明|饱和|鲜艳一点|更鲜艳|艳一点|鲜艳一些|饱和度高一点",
    ),
    ("look", "faded", "faded|washed out|muted colou?rs?|褪色"),
    ("look", "dramatic", "dramatic|moody|戏剧|戏剧性"),
    (
        "lookword",
        True,
        "look|looks|filter|filters|colou?r look|colou?r filter|colou?r grade|colou?r grading|grade|grading|tone|tones|colou?r tone|colou?rs|colou?r|colou?r effect|vibe|feel|调色|色调|滤镜|颜色|色彩|风格|色彩风格|质感",
    ),
    ("strength", True, "strength|intensity|strong|amount|强度|程度|力度"),
    (
        "normal",
        True,
        "back to normal|normal|normal speed|regular speed|original speed|regular|default|original|originally|usual|back to the original|the way (it|they) (was|were)|恢复原速|原速|正常速度|恢复正常|正常|恢复原样|原来|原本|恢复|还原|原始",
    ),
    ("back", True, "back|bring back|restore|reset|return|恢复|回来|回"),
    (
        "margin",
        True,
        "(at|on) (either|each|both|every) (side|end)s?|(at|on) (either|each|both|every) (side|end) of (the|every|each) (cut|pause|gap)|around (the )?speech|margin|margin of|a margin of|padding|padding of|buffer|buffer of|of (each|every|the) pause|两侧|两边|前后|每侧|每处|余量|缓冲|留白|两端",
    ),
    (
        "atleast",
        True,
        "at least|minimum|minimum of|or longer|or more|more than|longer than|over|above|greater than|exceeding|of at least|超过|大于|长于|至少|不少于|以上|多于|超出|不短于",
    ),
    ("below", True, "below|quieter than|under|低于|小于"),
    (
        "threshold",
        True,
        "threshold|threshold of|a threshold of|treat|treating|count|counting|consider|as silence|as silent|silence meaning|meaning|视为|算作|算|当成|阈值|门限|静音阈值|阈值为|静音阈值为|goes",
    ),
    (
        "pauses",
        True,
        "pauses?|silences|silent (parts?|bits?|sections?|pauses?|gaps?)|dead air|silent pause|dead space|awkward pauses?|quiet (parts?|bits?)|pause in the speech|gaps? (in|between) (speech|the speech|words|sentences)|long pauses?|speech gaps?|停顿|静默|静默部分|空白|沉默|冷场|静音部分|静音片段|气口|无声部分|无声片段|空白部分",
    ),
    (
        "fillers",
        True,
        "fillers?|filler words?|umm?s?|uhh?s?|ums and uhs|um and uh|ahs|口头禅|语气词|填充词|嗯|呃|废话|口头语|赘词|嗯啊",
    ),
    (
        "heard",
        True,
        "auto~captions?|auto~subtitles?|automatic (captions?|subtitles?|subs)|auto caption|generate (captions?|subtitles?)|auto generated (captions?|subtitles?)|transcribe|closed captions|自动字幕|自动加字幕|自动生成字幕|识别字幕|生成字幕|自动添加字幕|语音识别字幕",
    ),
    ("auto", True, "automatically|automatic|auto|自动|自动地"),
    (
        "duck",
        True,
        "duck|ducked|ducking|ducks|ducked under (the )?(speech|voice|dialog(ue)?|vocals)|under (the )?(speech|voice|dialog(ue)?|talking)|(while|when) (someone|somebody|anyone|people|he|she|they|i) (speaks?|talks?|is speaking|is talking|am speaking|are talking)|when there's (speech|talking)|during (the )?(speech|dialog(ue)?|talking)"
        "|闪避|避让|自动避让|有人声时|有人说话时|说话时|人声时|语音时|讲话时|说话的时候|人声时自动降低音量|说话时自动压低|说话时压低|自动压低|压低",
    ),
    (
        "all",
        True,
        "everything|all of it|it all|the whole thing|the entire thing|anything|all|every|全部|所有|一切|全都|全|所有内容|整体",
    ),
    (
        "except",
        True,
        "except|except for|except from|apart from|apart|aside|but|other than|besides|outside|outside of|excluding|aside from|save for|除了|除|以外|之外|外",
    ),
    (
        "rest",
        True,
        "rest|the rest|everything else|all else|the others?|all the rest|anything else|the remainder|remaining|remainder|其他|其余|其它|剩下|剩余|别的|其他的|剩下的|其余的|其他部分|其余部分|其他都",
    ),
    ("instead", True, "instead|instead of|rather than|in place of|而不是|代替|取代|来代替"),
    (
        "typo",
        True,
        "typo|misspelled|misspelt|spelling mistake|spelling error|spelling|there's a typo|there is a typo|i made a typo|wrong spelling|打错了|打错字|打错|写错了|错别字|写错|错了|拼错了|有错字",
    ),
    ("same", True, "same|same thing|same again|the same|do the same|likewise|一样|同样"),
)

CHANGES: tuple[Row, ...] = (
    (
        "louder",
        True,
        "louder|up the volume|boost|boosted|amplify|pump up|raise|increase|turn up|turned up|crank up|crank|more volume|bump up|raised|too quiet|too soft|too low|too faint|can't hear|can barely hear"
        "|大声|响|调高|调大|提高|提升|太轻|太小声|增大|加大|太小|太小了|调大一点|大一点|大点|大一些|更大|变大|放大|调响|更响|更大声|大声点|听不清",
    ),
    (
        "quieter",
        True,
        "quieter|softer|turn down|turned down|lower|reduce|decrease|less loud|lowered|bring down|dial down|tone down|too loud|soften|drop|dial back|overpowering|not so loud|not too loud|duck down"
        "|小声|轻|轻一点|调低|调小|降低|减小|太响|太吵|太大声|太大|太大了|调小一点|小一点|小点|小一些|更小|变小|缩小|声音太大|太响了|太吵了|调轻|更轻|太大|减弱|降到|降至|降低到|减到|降|小声点|压低音量",
    ),
    ("up", True, "up|upwards?"),
    ("down", True, "down|downwards?"),
    ("off", True, "off|关掉|关闭|关|关上"),
    ("switch", True, "back on|turn (it )?on|打开|开启"),
    (
        "bigger",
        True,
        "bigger|larger|enlarge|enlarged|too small|blow up|big|large|scale up|大一点|大一些|更大|放大|放大一点|大点|太小了|大些|调大一点|变大|加大字号",
    ),
    (
        "smaller",
        True,
        "smaller|shrink|shrunk|too big|too large|small|tinier|scale down|tiny|小一点|小一些|更小|缩小|缩小一点|小点|太大了|小些|变小|调小一点",
    ),
    ("half", 0.5, "half|halve|halved|halve the|half the|half as|一半|减半|半"),
    (
        "double",
        2.0,
        "double|doubled|twice|twice as|two times as|two times|翻倍|加倍|一倍|两倍|加一倍",
    ),
    ("double", 3.0, "triple|thrice|three times as|三倍"),
    (
        "bit",
        True,
        "a bit|a little|slightly|a touch|a tad|a little bit|a tiny bit|somewhat|a hair|a smidge|bit|little|一点|一些|稍微|略微|稍|有点|些|点",
    ),
    (
        "much",
        True,
        "much|way|a lot|lots|far|considerably|significantly|a great deal|really|很多|得多|大幅|特别|非常|太",
    ),
    ("more", True, "more|更|更加"),
    ("too", True, "太"),
    (
        "longer",
        True,
        "longer|extend|extended|extending|lengthen|lengthened|prolong|stretch|延长|加长|更长|长一点|多|久一点",
    ),
    ("shorter", True, "shorter|shortened|more briefly|缩短|更短|短一点|短"),
    (
        "later",
        True,
        "later|delay|delayed|postpone|push back|after|forward|推迟|推后|延后|后移|往后移|晚|延迟|往后|向后|晚一点",
    ),
    ("earlier", True, "earlier|sooner|bring forward|提前|前移|往前移|早|往前|向前|早一点"),
    (
        "longness",
        True,
        "long|in length|in duration|seconds long|length|duration|total length|total duration|overall length|runtime|总长|总时长|总长度|长度",
    ),
)

THINGS: tuple[Row, ...] = (
    (
        "title",
        False,
        "title|headline|heading|title text|title segment|text title|text segment title|intro title|title card|标题|片头文字|标题文字|大标题",
    ),
    ("title", True, "titles|headlines|headings"),
    ("caption", False, "caption|subtitle|subtitle line|cue|字幕|字幕条"),
    ("caption", True, "captions|subtitles|subs|cues|subtitling|captioning|closed captions"),
    (
        "lower-third",
        False,
        "lower third|lowerthird|lower third text|lower third text segment|name tag|name bar|name plate|人名条|名条|下三分之一字幕条|下三分之一字幕|下三分之一|字条|姓名条|人名字幕条",
    ),
    ("lower-third", True, "lower thirds|name tags"),
    (
        "words",
        False,
        "text|the text|the text segment|this text|text overlay|words|text segment|text layer|wording|on screen text|writing|文字|文本|文案|字|文本框",
    ),
    ("words", True, "texts|text overlays|text segments|文字们"),
    ("genre", "jazz", "jazz|爵士乐"),
    ("genre", "lo-fi", "lo~fi|lofi beats|lo fi beats"),
    ("genre", "rock", "rock"),
    ("genre", "piano", "钢琴曲"),
    ("genre", "electronic", "techno|edm"),
    (
        "music",
        False,
        "music|background music|bgm|soundtrack|song|music track|tune|background track|background song|audio track|backing track|score|beat|music file|background beat|background audio|音乐|背景音乐|配乐|音乐文件|乐曲|歌|曲子|歌曲|背景乐",
    ),
    ("music", True, "songs|music tracks|tunes"),
    (
        "voiceover",
        False,
        "voice~over|narration|narrator|narrate|narrates|read out|read aloud|speak|spoken voice~over|say in a voice~over|voice over track|旁白|配音|朗读|解说|画外音|旁白配音",
    ),
    ("voiceover", True, "voice~overs|narrations"),
    ("effect", False, "sound effect|sfx|sound fx|audio effect|音效|声音效果"),
    ("effect", True, "sound effects"),
    (
        "overlay",
        False,
        "overlay|logo|watermark|叠加图片|picture in picture|pip|water mark|picture overlay|image overlay|sticker|brand logo|company logo|叠加|贴图|水印|画中画|叠加层|叠加画面|叠加图|台标|标志|logo图",
    ),
    ("overlay", True, "overlays|logos|watermarks"),
    ("image", False, "image|photo|pic|photograph|图片|照片|图像|图"),
    ("images", True, "images|photos|pictures|pics"),
    ("picture", False, "picture|画面|影像"),
    (
        "video",
        False,
        "video|footage|film|movie|whole video|entire video|whole clip|entire clip|whole film|recording|vid|edit|material|whole edit|complete video|full video|scene|project|sequence|视频|片子|影片|整个视频|整段视频|整片|全片|素材|整段|录像|整个片子|成片",
    ),
    (
        "clip",
        False,
        "clip|segment|video clip|video segment|shot|video file|part of the video|片段|镜头|段落|视频片段|分段",
    ),
    (
        "clips",
        True,
        "clips|segments|video clips|video segments|shots|videos|files|uploads|uploaded clips|all the clips|media|片段们|所有视频|所有片段|所有素材|视频们",
    ),
    (
        "part",
        False,
        "parts?|sections?|bits?|pieces?|portions?|stretch|ranges?|passage|seconds|time range|time ranges|range of|interval|minutes?|部分|区间|段|一段|这一段|那一段|范围|之间|地方|这部分|内容",
    ),
    (
        "sound",
        False,
        "sound|audio|spoken words|speech|dialog|dialogue|voice|voices|vocals|声音|音频|人声|语音",
    ),
    (
        "sound",
        True,
        "own sound|original sound|original audio|video's own sound|video's own audio|video's sound|video's audio|clip's sound|clip's audio|picture's own sound|own audio|sound track|audio of the (video|clip)|sound of the (video|clip)|video sound|video audio|camera sound|camera audio|natural sound"
        "|原声|原音|视频原声|视频声音|原视频声音|视频的声音|视频自身的声音|画面声音|原有声音|原始声音|视频音频",
    ),
    (
        "volume",
        False,
        "volume|audio level|sound level|audio volume|sound volume|gain|level|levels|volume of|volume level|loudness level|video's volume|音量|声音大小|响度",
    ),
    ("sfx", "whoosh", "whoosh|whooshes|swoosh|嗖|嗖嗖|嗖的"),
    ("sfx", "ding", "ding|bell|叮|铃声|叮的|铃|叮咚"),
    ("sfx", "applause", "applause|clapping|claps|clap|掌声|鼓掌"),
    ("sfx", "pop", "pop|pop sound|啵"),
    ("sfx", "click", "click|click sound|clicking|点击声|咔|咔嚓"),
    ("sfx", "laugh", "laugh|laughter|laugh track|laughs|笑声"),
    ("mood", "lo-fi", "lo~fi|lofi|chill|chilled|chill out|chillout"),
    (
        "mood",
        "upbeat",
        "upbeat|cheerful|energetic|fun|lively|bouncy|peppy|轻快|欢快|活泼|动感|有活力",
    ),
    (
        "mood",
        "calm",
        "calm|soft|gentle|relaxing|relaxed|peaceful|soothing|mellow|quiet|slow|舒缓|平静|柔和|轻柔|安静|轻松|放松|温柔",
    ),
    ("mood", "epic", "epic|heroic|grand|史诗|大气|宏大|史诗般"),
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
    (
        "mood",
        "inspiring",
        "inspiring|inspirational|motivational|motivating|uplifting|励志|激励|振奋",
    ),
    ("mood", "corporate", "corporate|business|商务|企业"),
    ("track", True, "track|tracks|音轨"),
    ("something", True, "something|sth|anything|一点别的|别的"),
    (
        "it",
        None,
        "its|their|it|it's|that's|this|that|this one|that one|them|these|those|one|它|它们|他|这个|那个|刚才那个|刚加的|刚才的|前面那个",
    ),
    ("count", None, "two|three|four|five|several|a few|a couple of|两个|三个|几个|2|3"),
    (
        "both",
        None,
        "both|both of them|the two|them both|both titles|两个都|两个|两者|它们俩|二者|俩",
    ),
    ("which", 0, "first|1st|第一|第一个|第一条|第一段|第一首"),
    ("which", 1, "second|2nd|第二|第二个|第二条|第二段|第二首"),
    ("which", 2, "third|3rd|第三|第三个|第三条|第三段|第三首"),
    ("which", 3, "fourth|4th|第四|第四个|第四条|第四段"),
    ("which", -1, "last|final|最后一个|最后一条|最后一段|最后一首|最后的"),
    (
        "duplicate",
        True,
        "duplicate|duplicated|second copy|extra copy|one of (them|these|the two)|repeated|重复的|重复|多余的",
    ),
    (
        "cutpoint",
        None,
        "cut point|cut at|cut|cuts|edit point|between (the )?clips|between all (the )?clips|every cut|all (the )?cuts|each cut|joints?|剪切点|剪辑点|切点|片段之间|每个剪切点|相邻片段|相邻片段之间|剪切处|衔接处",
    ),
)

PROPERTIES: tuple[Row, ...] = (
    (
        "whole",
        True,
        "for the (whole|entire|full|complete) (video|clip|time|duration|length|thing|film|movie)|(over|across|during|throughout|through) the (whole|entire|full) (video|clip|thing|film|length)|throughout|throughout the (video|clip)|the whole time|all the way through|whole length|from start to (finish|end)|start to finish|from beginning to end|the entire time|whole way through|under (the )?(whole|entire) (video|thing)|for the duration|over the (video|footage|clip|film|picture)|the whole way|for all of it|(the )?whole (video|thing) long|under it|underneath|under the video|under|below it|beneath|over it|on top|on top of (it|the video)|over everything|to the (video|clip|footage|movie|film)|on the (video|clip|movie|film)|onto the video|in the background|behind it|in the (video|clip|movie|film)"
        "|贯穿整个视频|贯穿全片|贯穿始终|贯穿|整个视频|覆盖整个视频|全程|从头到尾|自始至终|整段视频|到视频上|在视频上",
    ),
    (
        "timeline",
        True,
        "(on|to|onto|in) the (current )?(timeline|video track)|of the timeline|timeline|track one|时间线上|时间轴上|时间线|时间轴|视频轨道上|视频轨道|到时间线上|到时间轴上",
    ),
    (
        "start",
        True,
        "at the (very )?(start|beginning|front|top of the video)|in the beginning|to the (start|beginning)|at the (start|beginning) of the (video|clip|film|timeline)|(start|beginning) of the (video|clip|film)|right at the start|at first|on the (start|beginning)|as an intro|for the intro|片头|开头|视频开头|在开头|开始处|开头处|最开头|开场|一开始|最前面|开始的时候|视频开始",
    ),
    (
        "end",
        True,
        "(at|on|onto|to|into) the (very )?end|at the end of the (video|clip|film|timeline)|to the end of the (video|clip|film|timeline)|end of the (video|clip|film|timeline)|right at the end|as an outro|for the outro|结尾|片尾|末尾|视频结尾|在结尾|最后|结尾处|视频末尾|结束处|视频结尾处|到最后|视频最后|最后面|在最后|后面",
    ),
    ("color", "white", "white|白色|白"),
    ("color", "yellow", "yellow|黄色|黄"),
    ("color", "red", "red|红色|红"),
    ("color", "blue", "blue|蓝色|蓝"),
    ("color", "green", "green|绿色|绿"),
    ("color", "orange", "orange|橙色|橙|橘色"),
    ("color", "black", "black|黑色|黑"),
    ("color", "pink", "pink|粉色|粉红|粉红色|粉"),
    ("color", "gold", "gold|golden|金色|金"),
    ("color", "purple", "purple|violet|紫色|紫"),
    ("color", "gray", "gr[ae]y|灰色|灰"),
    ("color", "cyan", "cyan|青色|青"),
    ("color", "teal", "teal"),
    ("color", "magenta", "magenta|洋红"),
    ("color", "brown", "brown|棕色|褐色"),
    ("color", "lightblue", "light blue|浅蓝色|浅蓝|天蓝色"),
    ("color", "darkblue", "dark blue|深蓝色|深蓝"),
    ("color", "lightgreen", "light green|浅绿色"),
    ("color", "darkgreen", "dark green|深绿色"),
    ("color", "darkred", "dark red|深红色"),
    ("color", "turquoise", "turquoise"),
    ("color", "lime", "lime"),
    ("color", "navy", "navy|navy blue|藏青色"),
    ("color", "silver", "silver|银色|银"),
    ("color", "beige", "beige|米色"),
    ("color", "maroon", "maroon"),
    ("color", "coral", "coral"),
    ("color", "salmon", "salmon"),
    (
        "colorword",
        True,
        "colou?r|colou?red|text colou?r|font colou?r|letters|lettering|文字颜色|字体颜色|颜色|色",
    ),
    (
        "sizeword",
        True,
        "size|font size|text size|sized|point size|points?|pts?|px|pixels?|字号|字体大小|文字大小|大小|号|像素|磅|字体字号",
    ),
    ("fontword", True, "font|typeface|font family|font face|字体"),
    ("styleword", True, "style|styled|样式|风格"),
    ("opacity", True, "opacity|opaque|不透明度|不透明"),
    ("transparent", True, "transparent|transparency|see through|透明度|透明|半透明"),
    (
        "scaleword",
        True,
        "scale|scaled|scaled down|width|wide|size|sized|of the (frame|screen|picture|canvas|video)( width)?|of the width|as wide as the (screen|frame|picture|video)|canvas width|frame width|of the size|宽度|宽|尺寸|大小|占画面|宽度为画面|缩放|画面宽度|缩放到|占屏幕",
    ),
    (
        "voiceword",
        True,
        "voice|voice named|spoken by|spoken by the voice|read by|声音为|音色|嗓音|声线|声音|由",
    ),
    ("percent", 0.25, "quarter|a quarter|one quarter|a quarter of|四分之一"),
    ("percent", 1 / 3, "a third|one third|a third of|三分之一"),
    ("percent", 0.5, "half of|half of its|half of the"),
    ("percent", 2 / 3, "two thirds|two thirds of|三分之二"),
    ("percent", 0.75, "three quarters|three quarters of|四分之三"),
    *(("percent", n / 10, f"{digit}成") for n, digit in enumerate("一二三四五六七八九", 1)),
    ("percent", 0.2, "两成"),
    ("label", "name", "name|first line|with the name|person|姓名|名字|第一行|人名"),
    (
        "label",
        "role",
        "role|second line|job title|sub~line|below it|underneath it|position line|subtitle line|with the role|and the role|职位|身份|第二行|头衔|职务",
    ),
    (
        "says",
        True,
        "saying|says?|said|that says|which says|that reads|which reads|reads?|reading|with the (words?|text)|with text|the words?|that shows|shows|showing|with the exact text|the text|content|contents|about|captioned|written|from the prompt|prompt|description|from this description|文字|文字为|内容|内容为|内容是|文字是|叫做|叫|标题是|名为|写着|说|提示词|画面为|文字内容为",
    ),
    (
        "mooded",
        True,
        "mood|in the mood|in the style of|kind|type|genre|style|氛围|氛围为|风格|风格为",
    ),
    (
        "pos",
        "top-left",
        "(at|in|on) the (top|upper) left( corner)?|left top corner|left upper corner|(top|upper) left|top left corner|upper left corner|左上角|左上方|左上",
    ),
    (
        "pos",
        "top-right",
        "(at|in|on) the (top|upper) right( corner)?|(top|upper) right|top right corner|upper right corner|right top corner|右上角|右上方|右上",
    ),
    (
        "pos",
        "bottom-left",
        "(at|in|on) the (bottom|lower) left( corner)?|(bottom|lower) left|bottom left corner|lower left corner|左下角|左下方|左下",
    ),
    (
        "pos",
        "bottom-right",
        "(at|in|on) the (bottom|lower) right( corner)?|(bottom|lower) right|bottom right corner|lower right corner|right bottom corner|右下角|右下方|右下",
    ),
    (
        "pos",
        "bottom",
        "bottom|at the bottom|bottom of the (screen|frame|video|picture)|down low|底部|下方|下部|底端|底下|最下面|最下方|下面|画面底部",
    ),
    (
        "pos",
        "top",
        "top|at the top|top of the (screen|frame|video|picture)|up top|顶部|上方|上部|顶端|最上面|最上方|上面|画面顶部",
    ),
    (
        "pos",
        "center",
        "cent(er|re)|cent(er|re)d|middle|in the middle|middle of the (screen|frame|video|picture)|cent(er|re) of the (screen|frame|video|picture)|dead cent(er|re)|mid|居中|中央|中间|正中|中心|画面中央|屏幕中央|画面中心|画面正中|正中间|居中显示|正中央|画面中间",
    ),
    (
        "pos",
        "left",
        "low on the left( side)?|left|left side|left edge|on the left|to the left|left hand side|左侧|左边|左方|左|左面",
    ),
    (
        "pos",
        "right",
        "right|right side|right edge|on the right|to the right|right hand side|右侧|右边|右方|右|右面",
    ),
    (
        "place",
        True,
        "position|positioned|placed|place|location|screen|on screen|corner|screen corner|side|aligned?|of the screen|on the screen|across the screen|visible|屏幕|位置|位于|位置在|角落|显示|画面",
    ),
)

LINKS: tuple[Row, ...] = (
    ("to", None, "to|into|onto|as|->|到|至|为|成"),
    ("by", None, "by"),
    ("at", None, "at|@|at around|around|at about|at time|在|第|时间点为|时间点|时刻为|时刻|位于"),
    ("from", None, "from|since|off|从|自"),
    (
        "for",
        None,
        "for|over|during|within|lasting|over the course of|for about|持续|显示|时长|历时|长达",
    ),
    ("each", None, "each|every|apiece|per (picture|image|photo|clip)|每|各|每个|每张|各自"),
    ("out", None, "out"),
    ("in", None, "in|within|inside"),
    ("until", None, "until|till|直到"),
    ("then", None, "followed by|then|接着|然后"),
    ("and", None, "and|&|plus|as well as|和|与|以及|及|跟|还有"),
    ("no", None, "no|no more|without|不要|无|没有"),
    (
        "not",
        None,
        "don't|do not|dont|never|not|won't|doesn't|does not|can't|cannot|isn't|aren't|wouldn't|shouldn't|shan't|mustn't|nothing|nobody|neither|nor|none|stop|avoid|别|先别|不|不用|无需|勿|先不|不必|没|未|不能|不得|不可|不许|千万别|不想",
    ),
    (
        "doubt",
        None,
        "maybe|perhaps|possibly|later|not sure|unsure|wonder|wondering|think|thinking|thought|consider|considering|should (i|we)|would it|could it|what if|suppose|if only|how|what|what's|whats|why|which|is it|is there|are there|does|did|do you|was|were|already|before|translate|translation|means?|meaning|suggest|suggestions?|ideas?|recommend|recommendations?|advice|opinion|tell me|explain|talk about|example|hypothetically|might|may|would|tomorrow|sometime|soon|disagree|guess|probably|planning|plan|going to|gonna|someday|eventually|yesterday|earlier today|do i|can i|could i|shall (i|we)|options?|possible"
        "|也许|可能|或许|以后|待会|等一下|等会|等下|稍后|回头|考虑|想想|要不要|是不是|是否|怎么|怎样|如何|什么|为什么|为何|哪|哪个|哪些|多少|多长|吗|建议|推荐|翻译|意思|已经|之前说|据说|好不好|行不行|可不可以|会不会|该不该|打算|准备|考虑要不要|觉得",
    ),
    ("ba", None, "把|将|让|使|给|叫"),
    ("exists", None, "there is|there's|there are|there was|there were|有"),
    (
        "must",
        None,
        "should be|must be|needs? to be|has to be|have to be|should have|must have|should|must|has to|have to|needs? to|ought to|需要|应该|应该是|应|应为|必须|必须是|得是",
    ),
    (
        "cond",
        None,
        "if|unless|whenever|in case|provided|as long as|only if|depending|whether|when it|如果|要是|假如|除非|若|倘若|万一|的话|只要是",
    ),
)

TABLES = (VERBS, ACTIONS, CHANGES, THINGS, PROPERTIES, LINKS)


def rows() -> Iterator[Row]:
    """Every row of the lexicon; kind "" carries nothing."""
    yield from (("", None, _FILLERS), ("", None, _ZH_FILLERS))
    for table in TABLES:
        yield from table
