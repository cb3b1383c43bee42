"""What is done to the picture and its sound: a verb, a noun or an adjective may say it."""

from mock_server.agent.lexicon.row import Row

# fmt: off
ACTIONS: tuple[Row, ...] = (
    ("reverse", True, "reverse|reversed|reversing|backwards?|in reverse|rewind|play backwards?|倒放"
     "|(from )?back to front|from (the )?(end|back) to (the )?(start|beginning|front)|倒过来放"
     "|倒过来播放|倒过来播|倒着播放"
     "|倒着放|反向播放|反向|倒序|倒着|倒播|(反着|反过来)(放|播|播放)|倒带|反转播放"),
    ("forwards", True, "forwards?|forward again|the right way round|in the right direction"
     "|正放|正着放|正向播放|正序播放|正向"),
    ("denoise", True, "(use|perform|apply|run|do) (noise|background noise) (reduction|removal)( on| to"
         "| in)?|noise removal|denois(e|es|ing)|denoised|noise reduction|background noise|noises?|noise"
         "|hiss"
     "|hum|humming|hissing|static|background hum|clean up the (audio|sound)"
     "|clean the (audio|sound)|clean up (audio|sound)|wind noise|room noise|background hiss"
         "|background noises|traffic noise|street noise|fan noise"
     "|ambient noise|crackle|crackling|buzz|buzzing|rumble"),
    ("denoise", True, "背景降噪|环境(噪音|噪声|杂音)|降噪|去噪|背景噪音|背景噪声|噪音|噪声|杂音|底噪|嘶嘶声"
         "|背景杂音"),
    ("off", True, "shut off|disable|disabled|suppress|suppressed|blank out|blanked out|switched off"
         "|turned off"),
    ("lessen", True, "rid|purge|scrub|cleanse|free (from|of)|rid of|cleaned of|taken out|降掉|(清除|去除"
         "|清理|消除|去掉|除)干净|滤除|滤掉|滤去|过滤掉?|清理掉?|抹去|处理掉|smooth out|even out|reduce"
         "|lessen|decrease|cancel|suppress|clean up|clean"
     "|filter out|filter|fix"
     "|cut down on|减少|降低|消除|消掉|抑制"),
    ("stabilize", True, "stabili[sz]e|run stabili[sz]ation|stabili[sz]ed|stabili[sz]ing|stabili[sz]ation"
     "|image stabili[sz]ation|shak(e|y|iness|ing)|steady|steadier|camera shake|shaky footage"
     "|shaky (video|picture|clip|camera)|jitter|jittery|stable"),
    ("stabilize", True, "稳定|防抖|去抖|抖动|增稳|画面抖动|手抖|稳一点|稳一稳|太抖了|太抖|有点抖"
     "|抖得厉害|晃|太晃|有点晃|晃得厉害|稳一下|晃动"),
    ("normalize", True, "(run|perform|use|apply|do) (loudness |volume )?normali[sz]ation( on| to)?"
         "|loudness normali[sz]ation"
     "|by normali[sz]ing( it)?|unify|consistent|evened out|(smooth out|unify) the loudness( of)?"
     "|a (standard|normal|consistent|even|uniform|normali[sz]ed) (level|loudness)|(consistent|uniform"
     "|even) in (loudness|volume)|normali[sz](e|ed|es|ing)|normali[sz]ation"
     "|normali[sz]e the (loudness|volume)( of)?"
     "|even out the (loudness|volume|audio|sound|levels)( of)?|even out|loudness"
     "|level (the|out the) (audio|sound|volume)|level out|balance the (audio|sound|volume)"
     "|(equali[sz]e|balance|standardi[sz]e|level|level out) the loudness( of)?|standardi[sz]e"
     "|consistent volume|even volume|equali[sz]e the volume"),
    ("normalize", True, "(作|做)?标准化(处理)?|归一化|规范到|规范|(统一|均衡|平衡|拉平)(视频"
         "|原视频)?的?(原声|声音)?的?响度|均衡化|响度标准化|统一响度"
     "|(统一|均衡|平衡|拉平)(一下)?(音量|响度)"
         "|(音量|响度)也?(都|全都?)?(统一|均衡|拉平)一下"
     "|(响度|音量)(大小)?(保持)?(一致|均匀|平稳)|保持(响度|音量)(一致|均匀|平稳)|响度|均衡音量"
        "|统一音量|平衡音量|音量均衡"
     "|音量平衡|音量统一|规范化|平衡响度|响度均衡|音量拉平|拉平音量|响度统一"),
    ("mute", True, "on mute|mute out|fall silent|静默|禁音|静音掉|屏蔽|均静音|mute|mutes|muted|muting"
         "|silence|silenced|hush|inaudible|make silent|go silent|silent"
     "|静音|静掉|静了|消音|无声|不要有声音|不能有声音|别有声音|没声音|没有声音|不要声音|别出声|不出声"),
    ("unmute", True, "unmute|unmuted|取消静音|恢复声音|恢复(视频的?)?原声|恢复视频的?声音|恢复音量"
     "|打开声音|开启声音"),
    ("freeze", True, "freeze|freezes|frozen|(stand|stands|standing)( still)?|stop on the (frame|picture"
     "|image)|freeze frame|freeze the frame"
     "|freeze the (picture|image|video)|hold the (frame|picture)|hold|holds|still frame|pause on"
     "|(hold|keep) the (picture|image|video|frame) still|pause the (picture|image|video|frame)|暂停画面"
     "|画面暂停|画面停住"
     "|定格|冻结|静帧|定住|顿住|停住|静止|定格画面|停留在|停在|停|停留"),
    ("still", True, "still|motionless"),
    ("frame", None, "frame|frames|帧|画面帧"),
    ("firstframe", True, "(very )?first frame|opening frame|第一帧|首帧"),
    ("lastframe", True, "last frame|(final|closing|ending) frame|last picture|last image|end frame"
     "|final image"
     "|last shot|very last frame|最后一帧|末帧|最后的画面|最后画面|结尾画面|最后一个画面"),
    ("split", True, "split|splits|separate|(put|add|make|insert|place|set) a (split|cut point"
     "|split point)( in| to| into)?|(break|part) the (video|clip|timeline)( up)?"
     "|(make|do|place|put|insert|add) a cut|divide|in two|in half|into two"
     "|into two (parts|pieces|segments|clips)|razor|blade|slice|cut in two|cut it in two|cut in half"
     "|split in half|in 2|拆分|分割|切开|切一刀|一分为二|分成两段|分成|断开|剪开|切分|拆成|拆开|拆分开来?"
     "|分割开来?|切分开|切成两段|分割成两段|切断|剪一刀|剪成两段|一刀"),
    ("join", True, "join|joined|joined by|merge|concatenate|combine|stitch|stitch together"
     "|join together|back to back"
     "|in a row|glue|glue together|拼接|合并|连接|衔接|首尾相接|接在一起|连在一起|拼在一起|拼起来"
     "|拼一起|接一起|连一起|接起来"),
    ("order", True, "line up|lay out|依次(排|放|接|排列|放置|放入|排入|接入)(到|在)?|排到视频轨道上"
     "|前后(接着|相接|衔接)"
     "|one( right| directly| immediately)? (after|behind|following) (the other|another|the next"
     "|one another)"
     "|one by one|consecutively|successively|sequentially|in (succession|turn|sequence|series)"
     "|in (this|that|the following|the given|the listed|exactly this|precisely this) (order|sequence)"
     "|in the (order|sequence) (given|listed|shown|named|below|here)|back to back|end to end"
     "|in this order|in that order|in the order|in order|in a row|one at a time|ordered( like this)?"
     "|in the order (they|these) (appear|come|are given|are listed|are named)( here| below)?|as follows"
     "|in the order as (given|listed)"
     "|order|sequence|the order of|依次|(按|照|按照|依照|依|以)(这个|此|此先后|以下|下列|如下|下面的?|先后"
     "|上述)?(顺序|次序)"
     "|(按|照|按照|依照|依|以)(所列|所给|给定|给出|列出|所示)的?(顺序|次序)|次序|顺序"
     "|先后|逐个|逐一|挨个|接连|相继|一个接一个地?|拼接(到|在)视频轨道上?"),
    ("fitted", True, "until it lasts|直到总长"),
    ("arrange", True, "arrange|organi[sz]e|assemble|queue|queue up|string|chain|排到"),
    ("swapped", True, "clips swapped|片段们换序"),
    ("joint", True, "at the joint before|接缝"),
    ("behind", True, "at the joint behind|接缝后"),
    ("spaced", True, "at intervals of|等距"),
    ("swaps", True, "for the place of|换位"),
    ("inplace", True, "in the place of|取代"),
    ("splice", True, "splice|splice in"),
    ("overlap", True, "(overlapping|between) (each|every) (pair|two)|overlapping (the two|them)"
     "|(running|runs|blending|blends|merging|flowing|flows|dissolving|passing|leading) into (the next|the"
     " following|each other|one another)( one| clip)?"
     "|(overlapping|overlaps|overlap)( with| into)? (the next|the following|each other|one another|its"
     " successor|its neighbou?r|the one after it)( one| clip)?"
     "|(joining|linking|connecting|blending) (each|them|one)( one| clip)? (to|into|with) (the next|the"
     " following|each other|one another)( one| clip)?|overlapping each( one| clip)? with the next( one)?"
     "|where (they|one|each|two) (overlaps?|meets?)( the next| the other| each other)?( one| clip)?"
     "|(相互|互相)(重叠|交叠|叠接)|crossing over|叠|overlap|overlaps|overlapping|the previous one"
     "|into the next|重叠"
     "|交叠|叠接|相叠"
     "|前一个"),
    ("transition", True, "transition|transitions|fade transition|cross~fade transition|dissolve"
     "|dissolves|cross~fading|cross~fade|cross~fades|cross~dissolve|fade between|转场|过渡|叠化|淡化转场"
     "|淡入淡出转场|淡化|交叉淡化|叠化转场"),
    ("way", "wipe-left", "wipes?|wiping|wipe~left|wipe to the left|left wipe|wipe from right to left"
     "|擦除|划像|向左擦除|从右向左擦除|左擦除"),
    ("way", "wipe-right", "wipe~right|wipe to the right|right wipe|wipe from left to right"
     "|向右擦除|从左向右擦除|右擦除"),
    ("way", "slide-left", "slide|slides|push|slide~left|slide to the left|push~left|滑动|推移|向左滑动"
     "|向左推移|左滑"),
    ("way", "slide-right", "slide~right|slide to the right|push~right|向右滑动|向右推移|右滑"),
    ("way", "dip-black", "dip~to~black|dip~black|dip through black|fade through black|闪黑|黑场过渡"),
    ("way", "dip-white", "dip~to~white|dip~white|dip through white|fade through white|white flash"
     "|闪白|白场过渡"),
    ("generate", True, "generate|generated|produce|produced|(newly )?created|generating|ai clip|ai"
     "|synthesi[sz]e|生成"
     "|生成一段|生成一个"
     "|生成的"),
    ("faster", True, "faster|quicker|speed up|speed it up|speed this up|speed that up"
     "|speed everything up|speed up by|sped up|speeding up|accelerate|fast forward|fast|quick"
     "|hurry up|more quickly|time~lapse|speed the (video|clip|whole video|footage) up|加速|加快"
     "|更快|快一些|快一点|快点|快进|变快|快放|快些|快|提速|提高速度"),
    ("slower", True, "slower|slow down|slow it down|slow this down|slow that down|slowed down|slow"
     "|slowed|slowing down|decelerate|slow everything down"
     "|slow the (video|clip|whole video|footage) down|more slowly|减速|放慢|更慢|慢一些|慢一点"
     "|慢点|变慢|慢放|慢速|慢些|慢|降速|降低速度"),
    ("slowmo", True, "slow mo|slo mo|slow motion|in slow motion|慢动作|慢镜头"),
    ("toofast", True, "too fast|too quick|太快|过快|(有点太?|有些|偏)快|快了(一?点|些)"),
    ("tooslow", True, "too slow|太慢|过慢|(有点太?|有些|偏)慢|慢了(一?点|些)"),
    ("speed", True, "speed|speeds|playback speed|play speed|playback rate|pace|tempo|as fast|速度"
     "|播放速度|倍速|调速|变速|整体播放速度|语速"),
    ("larger", True, "(scale|blow) (up )?the (picture|image|frame|video) up|(scale|blow) up the (picture"
     "|image|frame|video)|enlarge|enlarges|enlarged|放大到|放大"),
    ("slowly", True, "eas(e|es|ing)|slow|slowly|gradually|gently|smoothly|progressively|缓慢|缓缓|慢慢"
     "|逐渐|渐渐"),
    ("ramp", True, "gradually|smoothly|progressively|逐渐变|逐渐|渐变|渐渐|慢慢变|ramp|ramps|ramped"
     "|ramping|(going|goes|rising|rises|changing|changes) linearly|speed ramp|linear speed ramp"
     "|speed ramping|linear|linearly|线性变速|渐变速度|线性|线性方式"
     "|曲线变速|坡度变速"),
    ("fade", "in", "(emerge|emerges|rise|rises) from black|eas(e|es|ing) in|(出现|入场|进场)时淡入"
     "|fades? in"
     "|fading in|faded in|fade up"
     "|(fade )?up (from|out of) black"
     "|fades? in from (black|silence)|fading in from (black|silence)|fade from black|fades? (in"
     "|up) out of black|out of black"
     "|from black"
     "|淡入|渐入|渐显|(从|由)黑(场|屏|色|幕)?(渐显|渐入|淡入|亮起)|从黑场"),
    ("fade", "out", "(结束|收尾|尾部|末尾)时?淡出|(逐渐|渐渐|慢慢|缓缓)(淡出|渐弱|减弱)|(消失|退场"
         "|离场)时淡出"
     "|fades? out|fading out|faded out|fades? out to (black|silence)"
     "|fades? out into black|fading out to (black|silence)|fades? to black|fading to black|to black"
     "|into black|down to black"
     "|fades? away( to black)?"
     "|fading away( to black)?|(go|goes|dim|dims|darken|darkens)( gradually| slowly| down)? to black"
     "|fades? (gradually|slowly|smoothly) to black"
     ""
     "|淡出|渐出|渐隐|(渐隐|淡出|渐变|淡|暗)(到|至|为|成)黑(场|屏|色)?|淡出到黑|淡出到黑场|淡出至黑|淡出到黑屏|渐黑|渐弱|暗下去|慢慢暗下去|黑下去|慢慢黑下去|渐渐黑下去"
     "|逐渐黑下去"
     "|渐渐暗下去|渐渐变黑|逐渐变黑|慢慢变黑"
     "|变黑|到黑场|淡出黑场"),
    ("fade", "both", "fades? in and out"
     "|fade in and a fade out of|fading in and out|fades? in and fades? out|fade in & out"
     "|fade in fade out|淡入淡出|淡入和淡出"),
    ("fades", True, "dim|dims|darken|darkens|fade|fades|fading"),
    ("rotate", True, "swivel|pivot|revolve|rotate|rotated|rotates|rotating|rotation|spin|旋转|转|转动"
     "|转个"),
    ("flip", True, "flip|flipped|flip it|turn"),
    ("upside", True, "upside down|颠倒|上下颠倒|倒过来"),
    ("clockwise", 1, "clockwise|in (a|the) clockwise direction|clock wise|to the right|(按|沿|朝"
     "|往)?着?顺时针(的?方向)?|向右|往右|朝右"
     "|右转"),
    ("clockwise", -1, "counter~clockwise|anti~clockwise|to the left|(按|沿|朝|往)?着?逆时针(的?方向)?"
     "|向左|往左|朝左|左转"),
    ("crop", True, "crop|cropped|cropping|crop in|crop away|裁剪掉?|裁切掉?|裁掉|裁去|裁边|裁"),
    ("layout", "left-right", "(in a |shown |displayed |placed |arranged )?side by side( layout"
     "| arrangement| view)?|(next to|beside|alongside) (each other|one another)"
     "|(side by side|left and right) split screen"
     "|左右并排|并排|左右分屏"),
    ("layout", "either", "split screen|split the screen( between)?|(divide|share) the screen( between)?"
     "|(put|add|make|insert|place) a split screen|分屏"),
    ("layout", "top-bottom", "top(/| )bottom split screen|top and bottom split screen"
     "|one( stacked)? (above|over|on top of) (the other|another)|(on top of|above) each other"
     "|stack|stacked|(画面|以)?上下(排列|排开|摆放|叠放|并排|分屏)(显示|展示)?|上下显示"),
    ("eachhalf", True, "both (filling|taking up|covering) (their|the) (half|halves)|each (one )?(filling"
     "|fills|in"
     "|taking|taking up|covering|covers|occupying"
     "|occupies) (its |one |a )?(own |full )?half"
     "( the frame| the screen| of the frame| of the screen)?|各自填满一半画面"
     "|(各|各自|每个|分别)(占|占满|铺满|填满|占据)(半个画面|一半画面|画面一半|画面的一半|半边画面|一半屏幕|半个屏幕|一半|半屏)"),
    ("firstsound", True, "(with|use|using|keep|keeping|and|hearing|keeping only|with only"
     "|using only) the (sound|audio) (of|from) the first( one"
     "| clip)?"
     "|(with|use|using) the first( one's| clip's) (sound|audio)|用第一个(片段|视频)?的(声音|原声)"
     "|(使用|采用|用|保留|播放|取|以)(第一个|首个)(片段|视频)?的(声音|原声)(为准)?|声音(用|取|使用|采用|来自|取自)(第一个|首个)(片段|视频)?的?"
     "|(sound|audio)( coming| taken)? (of|from) the first( one| clip)?"
     "|(playing|and) the (sound|audio) (of|from) the first( one| clip)?"
     "|(the )?(sound|audio) (is|being)( that of| from| taken from) the first( one| clip)?"),
    ("shorterone", True, "(last |lasting |make it last |running |run |for )?as long as the shorter( one"
     "| clip)?( lasts| runs| does| is)?"
     "|as long as the shorter of the two|(with |for |matching )?the (length|duration) of the shorter( one"
     "| clip)?"
     "|(both )?(ending|end|stopping|stop) (with|when) the shorter( one| clip)?( ends| does| is over"
     "| finishes)?"
     "|(the|its|with the|and the|with its|with a|and a) (total )?(length|duration)( is| being| as"
     "| set to)?( equal to)?"
     "( that of)? the shorter( one| clip)?('s)?|(and )?match(ing|es)? the shorter( one's| clip's) (length"
     "|duration)|(cut|trimmed|limited) to the (length|duration) of the shorter( one| clip)?"
     "|(length|duration) of the shorter( one| clip)?|matching the shorter( one| clip)?( in length)?"
     "|(with )?the shorter( one's| clip's) (length|duration)"
     "|(end )?when the shorter( one| clip)? (does|ends)"
     "|(时长|长度|总时长)(跟|按|和|以|与|同|等于|取)(较短|更短|短)的?(那个|那段|一个|者|片段|那个片段)?(一样|相同|一致|算|为准|来)?"),
    ("zoom", True, "push in|zoom in|zoom|zooms|zoomed|zoomed in|zooming|punch in|magnif(y|ies|ied|ying)"
     "|放大画面|画面放大|(那个|这个)?(放大|缩放|推近)(的)?(效果|特效)"
     "|缩放(到|至|为)?|推近|拉近"),
    ("blur", True, "(with a )?blur|blurs|blurred|blurring|blurry|blur out|obscure|obscured|pixelate|censor"
     "|打上马赛克|打马赛克"
     "|加马赛克|模糊|模糊掉|打模糊|打上模糊|做模糊|模糊处理|打码|虚化(掉|处理)?|模糊化(处理)?"
     "|马赛克"),
    ("region", True, "(part|section|portion|bit|patch|area|region) of the (picture|frame|image|screen)"
     "|region|area|patch|局部区域|局部|区域|一块区域|一块|一小块|一片区域|部分区域"),
    ("wholeframe", True, "(whole|entire|full|complete) (picture|frame|screen|image)|整个画面|全(部|屏)?画面"
     "|整个屏幕"
     "|整幅画面"),
    ("fill", "blur", "blurred background|blurry background|blurred bars|blurred sides"
     "|blur the (background|sides|bars|rest)|(pad|cover) the rest( with)?|blurred|blur|blurring"
     "|blurred edges|blurred copy"
     "|blurred version"
     "|blurred copy of (it|the video|the picture)"
     "|fill the (rest|empty space|empty areas?|sides|bars) with (a )?blurred (copy|background)"
     "|with blur|背景用模糊填充|用模糊填充|模糊填充|背景用模糊"
     "|背景模糊|模糊背景|模糊|虚化|背景虚化|背景(为|做|用|采用|使用)模糊(处理)?|(背景)?模糊的?(副本|拷贝|画面)"),
    ("fill", "fill", "edge to edge|over the (whole|entire|full) (frame|screen)|(take|takes|taking) (up"
     "|over) the (whole|entire|full) (frame|screen)"
     "|(sized|scaled|enlarged|stretched|resized) to (fill|cover) the (whole |entire |full )?"
     "(frame|screen)|(fill|fills|filling) the (whole |entire )?(frame|screen|canvas|picture)"
     "|fill the frame by cropping|(fill|fills|filling) up the (frame|screen)|(stretched across"
     "|spanning) the (whole|entire) (frame|screen)|fill|filling"
     "|fills|crop to fill|filled|without (black )?bars|no (black )?bars|cropped to fill|铺满|填满"
     "|填充|充满|裁满|裁切填满|(让它|使它|使其|让其)?(铺|填|占|撑|充|布)满整?个?(画面|画布|屏幕)|占满|全屏"
     "|full (frame|screen)"
     "|fullscreen"
     "|so (that )?it (covers|fills|occupies|takes up) the (whole |entire |full )?(frame|screen|picture"
     "|canvas)"
     "|(filling|covering|occupying|taking up) the (whole |entire |full )?(frame|screen|picture|canvas)"
     "|cover(s|ing)? the (whole |entire |full )?(frame|screen)|(盖住|盖满|覆盖|遮住)(整个|全|整)?(画面"
     "|屏幕)"
     "|布满画面|满屏|填|不留黑边"),
    ("fill", "fit", "letterboxing|bar colou?r|keep(ing)? the (whole|entire|full) (picture|image"
     "|frame)( in view)?"
     "|fit|fits|fitting|fitted|fit the (whole )?picture( in)?|letterbox|letterboxed"
     "|(between )?(black )?bars|with bars|fit the (whole )?picture in with bars|bars around it|fit方式"
     "|fit模式"
     "|整个画面都?要?显示(出来)?"
     "|fit the (full|entire|whole) picture (in|inside)"
     "|show(ing)? the (whole|full|entire) (picture|frame|image)"
     "|(whole|full|entire) (picture|frame|image) (visible|showing|shown|in view)|(画面"
     "|内容)要?完整地?(显示|呈现|保留|展示)(出来)?"
     "|适应|黑边|留边|边条|完整地?(呈现|保留|展示)|完整显示|留黑"
     "|包含|留黑边|画面适应画布|两侧留黑边|加黑边"),
    ("shape", (9, 16), "vertical|vertically|portrait|portrait mode|for tik~tok|tik~tok|for reels"
     "|reels?|shorts|for shorts|for instagram reels|for youtube shorts|upright|vertical video"
     "|vertical format|(for )?(instagram|insta|ig|facebook|whatsapp|snapchat) (stories|story"
     "|status)|for snapchat|竖屏|竖版|竖向|发抖音用|发到抖音|发抖音|抖音|竖着|适合抖音|竖屏视频"),
    ("shape", (1, 1), "square|squared|square format|for instagram|方形|正方形|正方|方的"),
    ("shape", (16, 9), "landscape|horizontal|wide~screen|landscape mode|横屏|横版|横向|宽屏"),
    ("shapeword", True, "project's|aspect ratio|aspect|ratio|format|canvas|orientation|shape|dimensions"
     "|project"
     "|resolution|screen format|video format|reframe|(reformat|reshape) the (project|video)|resize|画幅"
     "|比例"
     "|画布|尺寸|宽高比|画面比例"
     "|画布比例|项目画面比例|项目|版|格式"),
    ("look", "black and white", "black (and|&|n) white|monochrome|gr[ae]y~scale|b&w|b & w|bw"
     "|black & white|no colou?r|without colou?r|remove (the|all) colou?rs?"
     "|take (the|all) colou?rs? out|去掉颜色|去除颜色|变黑白|黑白|黑白的|黑白片|去色"),
    ("look", "warm", "warm|warmer|warm tone|暖色|暖|暖一点|暖色调|温暖|暖调"),
    ("look", "cool", "cool|cooler|cold|colder|cold tone|冷色|冷调|冷|冷一点|冷色调"),
    ("look", "sepia", "sepia|棕褐色|棕褐|复古棕"),
    ("look", "vintage", "vintage|retro|old school|old film|复古风格?|怀旧风格?|老电影风格?|复古"
        "|怀旧|老电影"),
    ("look", "cinematic", "cinematic|movie like|film like|filmic|电影感|电影|电影风格|电影质感"),
    ("look", "vivid", "vivid|vibrant|saturated|more vibrant|punchy|colou?rful|vibrance|more saturated"
     "|more colou?rful|richer|鲜艳|鲜明|饱和|鲜艳一点|更鲜艳|艳一点|鲜艳一些|饱和度高一点"),
    ("look", "faded", "faded|washed out|muted colou?rs?|褪色"),
    ("look", "dramatic", "dramatic|moody|戏剧|戏剧性"),
    ("lookword", True, "look|looks|filter|filters|colou?r look|colou?r filter|colou?r grade"
     "|colou?r grading|grade|grading|tone|tones|colou?r tone|colou?rs|colou?r|colou?r effect|vibe"
     "|feel|调色|色调|滤镜|颜色|色彩|原来的颜色|风格|色彩风格|质感"),
    ("colored", True, "natural colou?rs|彩色|彩色的|原色"),
    ("strength", True, "strength|intensity|strong|amount|强度|程度|力度"),
    ("normal", True, "back to normal|normal|normal speed|regular speed|original speed|regular|default"
     "|original|originally|usual|back to the original|the way (it|they) (was|were)|恢复原速|原速"
     "|正常速度|恢复正常|正常|恢复原样|原来|原本|恢复|还原|原始"),
    ("back", True, "back|bring back|restore|reset|return|恢复|回来|回"),
    ("margin", True, "(at|on) (either|each|both|every) (side|end)s?"
     "|(at|on) (either|each|both|every) (side|end) of (the|every|each) (cut|pause|gap)"
     "|around (the )?speech|margin|margin of|a margin of|padding|padding of|buffer|buffer of"
     "|of (each|every|the) pause|两侧|两边|前后|每侧|每处|余量|缓冲|留白|两端"),
    ("atleast", True, "at least|minimum|minimum of|or longer|or more|more than|longer than|over|above"
     "|greater than|exceeding|of at least|超过|大于|长于|至少|不少于|以上|多于|超出|不短于"),
    ("below", True, "below|quieter than|under|低于|小于"),
    ("threshold", True, "threshold|threshold of|a threshold of|treat|treating|count|counting|consider"
     "|as silence|as silent|silence meaning|meaning|视为|算作|算|当成|阈值|门限|静音阈值|阈值为"
     "|静音阈值为|goes"),
    ("pauses", True, "pauses?|silences|silent (parts?|bits?|sections?|pauses?|gaps?)|dead air"
     "|silent pause|dead space|awkward pauses?|quiet (parts?|bits?)|pause in the speech"
     "|gaps? (in|between) (speech|the speech|words|sentences)|long pauses?|speech gaps?|停顿|静默"
     "|静默部分|空白|沉默|冷场|静音部分|静音片段|气口|无声部分|无声片段|空白部分"),
    ("fillers", True, "fillers?|filler words?|umm?s?|uhh?s?|ums and uhs|um and uh|ahs|口头禅|语气词"
     "|填充词|嗯|呃|废话|口头语|赘词|嗯啊"),
    ("heard", True, "auto~captions?|auto~subtitles?|automatic (captions?|subtitles?|subs)"
     "|auto caption|(turn|switch) on (the )?(auto |automatic |automated )?(captions|subtitles|captioning)"
     "|(enable|activate) (the )?(auto |automatic |automated )?(captions|subtitles|captioning)"
     "|subtitle everything( that is said)?"
     "|caption everything( that is said)?"
     "|(subtitle|caption) (the|my|this) (whole |entire )?(video|clip|talk|speech|interview|lecture)"
     "|subtitle it|generate (captions?|subtitles?)"
     "|auto generated (captions?|subtitles?)"
     "|transcribe|closed captions|自动字幕|自动加字幕|自动生成字幕|识别字幕|生成字幕|自动添加字幕"
     "|识别(说话|语音|说的)内容|识别(说话|对白|人声|台词)|语音识别字幕|自动识别语音|识别语音|语音识别|语音转文字|自动识别字幕"),
    ("auto", True, "automatically|automatic|auto|自动|自动地"),
    ("duck", True, "duck|ducked|ducking|ducks"
     "|(ducked|ducking|lowered|dipping|dipped|reduced|quieter|turned down|made quieter) (under|beneath"
     "|below) (the |my |his |her |their )?(speech|voice|dialogue|dialog|vocals)"
     "|(ducked|ducking|lowered|quieter|reduced|made quieter) (during|while there is) (the )?(speech"
     "|dialogue|talking)"
     "|under (the |my |his |her |their )?(speech|voice|dialogue|dialog|talking)"
     "|(while|when|whenever) (someone|somebody|anyone|people|he|she|they|i|we|you)"
     " (speaks?|talks?|is speaking|is talking|am speaking|am talking|are speaking|are talking)"
     "|(while|when|whenever) (i'm|he's|she's|we're|they're|somebody's|someone's|people are)"
     " (speaking|talking)"
     "|(while|when|whenever) (there is|there's) (speech|talking|someone talking|someone speaking)"
     "|(while|when) (speaking|talking)"
     "|(while|when|whenever) (somebody|someone|anybody|anyone|he|she)'s (speaking|talking)"
     "|(while|when|whenever) (somebody|anybody|i'm|we're|they're|you're|somebody is) (speaking|talking"
     "|speaks|talks)"
     "|(while|when|whenever) (people|we|you|the speaker) (speak|talk|are speaking|are talking|is"
     " speaking|is talking)"
     "|when there's (speech|talking)|during (the )?(speech|dialogue|dialog|talking)|闪避|避让"
     "|自动避让|有人声时|有人说话时|有人说话的时候|有人讲话的时候|说话时|人声时|人声的时候"
     "|有人声的时候|语音时|讲话时|说话的时候|人声时自动降低音量"
     "|说话时自动压低|说话时压低|自动压低|压低|遇到人声(时)?(自动)?压低|人说话时|人说话的时候|人在说话的时候|人说话时自动压低"
     "|人说话的时候自动压低|(自动)?(为|给)人声让位|(开启|启用|打开)(人声|说话)?(自动)?(闪避|避让)"),
    ("all", True, "everything|all of it|it all|the whole thing|the entire thing|anything|all|every"
     "|全部|所有|一切|全都|全|所有内容|整体|整个|整条"),
    ("except", True, "with the exception of|barring|except|except for|except from|apart from|apart"
        "|aside|but|other than|besides"
     "|outside|outside of|excluding|aside from|save for|除了|除|以外|之外|外"),
    ("rest", True, "rest|the rest|the (leftover|remaining) (space|area)|多余的?(部分|地方|空间)|空白处"
     "|the empty (space|areas?|part)|what( is|'s|ever is|ever's) left( over)?|what(ever)? remains"
     "|the (space|area) (left|remaining)|空(出来|出)?的(边|地方|部分|区域)|多出来的(边|地方|部分)"
     "|everything else|all else|the others?|all the rest|anything else"
     "|the remainder|remaining|remainder|其他|其余|其它|剩下|剩余|别的|其他的|剩下的|其余的"
     "|其他部分|其余部分|其他都"),
    ("instead", True, "instead|instead of|rather than|in place of|而不是|代替|取代|来代替"),
    ("typo", True, "typo|misspelled|misspelt|spelling mistake|spelling error|spelling|there's a typo"
     "|there is a typo|i made a typo|wrong spelling|打错了|打错字|打错|写错了|错别字|写错|错了"
     "|拼错了|有错字"),
    ("same", True, "the same again|same|same thing|same again|the same|do the same|likewise|一样|同样"),
)
# fmt: on
