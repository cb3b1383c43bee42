"""When, where, and what it looks like."""

from mock_server.agent.lexicon.row import Row

# fmt: off
PROPERTIES: tuple[Row, ...] = (
    ("whole", True, "(along|alongside|accompanying|to accompany) the (whole|entire|full|complete) (video"
         "|clip|film)"
     "|(that|which) (lasts|covers|fills|accompanies|plays throughout|runs throughout|runs through"
     "|plays over"
     "|lasts for|plays through|plays under|runs under) the (whole|entire|full|complete) (video|clip|film)"
     "|over (the entirety|all) of the (video|clip|film)|from the (start|beginning) to the end of the (video"
     "|clip|film)"
     "|for the (whole|entire|full|complete) (video|clip|time|duration|length|thing|film"
     "|movie)"
     "|(over|across|during|throughout|through|all through|under|underneath|beneath|below"
     "|behind) the (whole|entire"
     "|full|complete)"
     " (video|clip|thing|film|length)"
     "|(for|over|across|during|through|throughout) the (whole|entire|full|complete) (length|duration|run"
     "|runtime|running time|course) of the (video|clip|film|movie|footage)"
     "|(for|over|across|during|through|throughout) the (video|clip|film|movie)'s (whole|entire|full"
     "|complete) (length|duration|run|runtime|running time)"
     "|as a whole|all through the (video|clip|film)|(running|runs|playing|spanning|covering|lasting"
     "|stretching)( for| over| through| across)? the (whole|entire|full|complete) (video|clip|film|length)"
     "|all the time|always|throughout|overall"
     "|throughout the (video|clip)|the whole time|all the way through|whole length"
     "|from start to (finish|end)|from the (start|beginning) to the (end|finish)|start to finish"
     "|from beginning to end|the entire time"
     "|whole way through|under (the )?(whole|entire) (video|thing)|for the duration"
     "|over the (video|footage|clip|film|picture)|the whole way|for all of it"
     "|(the )?whole (video|thing) long|under it|underneath|under the video"
     "|under|under (everything|all of it|the whole thing)"
     "|below it|beneath|(under|underneath|beneath|behind|below) it all"
     "|over it|on top|on top of (it|the video)|over everything"
     "|to the (video|clip|footage|movie|film)|on the (video|clip|movie|film)|onto the video"
     "|in the background|in the background of the (whole |entire |full )?video|behind it"
     "|(for|over|through|throughout) its (entire|whole|full) (length|duration|running time)"
     "|in the (video|clip|movie|film)|贯穿整个视频|贯穿全片|贯穿始终"
     "|贯穿|贯穿视频(全程|始终)?|视频全程|从头播到尾|(在)?(整个视频|全片|整片|全程|整段视频)(中|里)?播放|(覆盖)?整个视频|覆盖全片|整个视频都(有|在)|(从)?开头到(结尾|末尾)|从头至尾|全程"
     "|从头(显示|放)?到尾|自始至终|整段视频|整条视频|全片|整片|到视频上|在视频上|全程(挂着|放着|显示|都在|都有)"),
    ("skipping", True, "skipping|(playing|cueing|entering) (the file|it|its file) (at|from)"
     "|with the (file|song|track) (starting|beginning) (at|from)"
     "|entering the (file|song|track) at|从它的|跳过(素材|文件)的?|从(歌曲|歌|音乐|文件|曲子|原曲)的?"
     "|素材起点"
     "|素材起点为|(素材)?(起始点|入点|起点)(为|是|设为|在)?(素材的?)?|素材(从|自)|(从|自|取)(素材|文件|音频|歌曲|音乐)的?第?|跳过(素材|文件|歌曲|音乐)的?前?"
     "|(素材|文件)(开头)?跳过"
     "|文件起点|文件起点为|跳过(歌曲|音乐|歌)的?|从这首(歌|曲子|音乐)的?"),
    ("ofthefile", True, "into (the|that|its|this) (own )?(file|song|track|music)|in the (file|song|track)"
     "|of the (file|song|track)"),
    ("timeline", True, "(on|to|onto|into|in|along|from|off) the (current |main )?(timeline|video track)"
     "|of the timeline"
     "|timeline's|timeline|video track|track one|时间线上|时间轴上|时间线|时间轴|视频轨道上|视频轨道"
     "|到时间线上"
     "|到时间轴上"),
    ("nextto", True, "next to|beside|alongside"),
    ("start", True, "at the (very )?(start|beginning|front|top of the video)|in the beginning"
     "|to the (start|beginning)|at the (start|beginning) of the (video|clip|film|timeline)"
     "|(start|beginning) of the (video|clip|film)|right at the (start|beginning)|right from the start"
     "|up front|upfront|at first"
     "|on the (start|beginning)|as an intro|for the intro|片头|开头|视频开头|在开头|开始处|开头处"
     "|最开头|开场|一开始|最前面|开始的时候|视频开始"),
    ("untilend", True, "(until|till|up to|up until|through to|right through to|all the way to) the (very"
     " )?end"
     "( of the video| of the clip| of the film| of it all)?|to the very end( of the video| of the clip)?"),
    ("end", True, "(at|on|onto|to|into) the (very )?end|at the end of the (video|clip|film|timeline)"
     "|to the end of the (video|clip|film|timeline)|end of the (video|clip|film|timeline)"
     "|right at the end|as an outro|for the outro|(视频)?(收尾|结尾)时|结尾|片尾|末尾|视频结尾|在结尾"
     "|最后|结尾处"
     "|视频末尾|结束处|视频结尾处|到最后|视频最后|最后面|在最后|后面"),
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
    ("colorword", True, "colou?r|colou?red|colou?ring|text colou?r|font colou?r|letters|lettering|文字颜色"
     "|字体颜色|颜色|色"),
    ("backdrop", True, "box|background box|background colou?r|background|(做|当|作)背景"
     "|背景|背景颜色|背景色|文字背景|底色|底"),
    ("outline", True, "outline colou?r|outline|outline around|outlined|outlined in|stroke"
     "|描边颜色|描边色|描边"),
    ("shadow", True, "drop shadow|with a drop shadow|shadow|with a shadow|带阴影|要?有阴影|阴影|投影"),
    ("sizeword", True, "size|font size|text size|sized|point size|points?|pts?|px|pixels?|字号"
     "|字体大小|文字大小|大小|号|像素|磅|字体字号"),
    ("fontword", True, "font|typeface|font family|font face|字体"),
    ("style", "bold", "bold|in bold|粗体|加粗"), ("style", "italic", "italics?|in italics|斜体"),
    ("style", "uppercase", "uppercase|all caps|in caps|in capitals"
     "|capitals|capital letters|in capital letters|upper case|uppercase letters|大写"),
    ("style", "neon", "neon"
     "|霓虹"),
    ("style", "boxed", "boxed|with a box|with a background|加底|底色"),
    ("styleword", True, "style|styled|样式|风格"),
    ("opacity", True, "opacity|opaque|不透明度|不透明"),
    ("transparent", True, "transparent|transparency|see through|semi transparent|translucent"
     "|透明度|透明|半透明"),
    ("scaleword", True, "measuring|taking up|occupying|covering|spanning|amounting to|as (large|big) as"
     "|scale|scaled|scaled down|width|wide|size|sized"
     "|of the (frame|screen|picture|canvas|video)( width)?|of the (frame|screen|picture)'s width"
     "|of the width"
     "|as wide as the (screen|frame|picture|video)|canvas width|frame width|of the size|宽度|宽"
     "|尺寸|大小|占画面|宽度为画面|缩放|画面宽度|占(画面)?宽度|占宽|宽度占|宽占|大小占|占|缩放到|占屏幕"),
    ("voiceword", True, "voice|voice (set to|being)|voice (named|called)|(spoken|voiced|narrated|delivered"
         "|read|read aloud|read out"
     "|said|performed|uttered|recorded) (by|in|with|using)( the| a| an)?( voice)?|by the voice|声音为|音色"
     "|嗓音"
     "|声线|声音|由"),
    ("percent", 0.25, "quarter|a quarter|one quarter|a quarter of|四分之一"),
    ("percent", 0.1, "a tenth|one tenth"),
    ("percent", 0.2, "a fifth|one fifth"),
    ("percent", 1 / 3, "a third|one third|a third of|三分之一"),
    ("percent", 0.5, "half of|half of its|half of the"),
    ("percent", 2 / 3, "two thirds|two thirds of|三分之二"),
    ("percent", 0.75, "three quarters|three quarters of|四分之三"),
    ("percent", 0.1, "一成"),
    ("percent", 0.2, "二成"),
    ("percent", 0.3, "三成"),
    ("percent", 0.4, "四成"),
    ("percent", 0.5, "五成"),
    ("percent", 0.6, "六成"),
    ("percent", 0.7, "七成"),
    ("percent", 0.8, "八成"),
    ("percent", 0.9, "九成"),
    ("percent", 0.2, "两成"),
    ("label", "name", "naming|name|first line|with the name|person|姓名|名字|第一行|人名"),
    ("label", "role", "副标题|role|second line|job title|job|sub~line|below it|underneath it|position line"
     "|subtitle line|with the role|and the role|职位|身份|第二行|头衔|职务"),
    ("says", True, "(that )?(depict|feature)(s)|depicting|featuring|saying|which says|that says|says?|said"
     "|that says|which says|that reads|which reads"
     "|reads?|reading"
     "|with the (words?|text)|with text|the words?|that shows|shows|showing|with the exact text"
     "|the text|content|contents|about|captioned|written|from the prompt|prompt|description"
     "|from this description|文字|文字为|内容|内容为|内容是|文字是|叫做|叫|标题是|名为|写着|说"
     "|提示词|画面为|文字内容为"),
    ("mooded", True, "mood|in the mood|in the style of|kind|type|genre|style|氛围|氛围为|风格|风格为|曲风"),
    ("sides", ("top", "bottom"), "上下两边|上下两侧|上下"),
    ("sides", ("left", "right"), "左右两边|左右两侧|左右"),
    ("pos", "top-left", "(at|in|on) the (top|upper) left( corner)?|left top corner|left upper corner"
     "|(top|upper) left|top left corner|upper left corner|(画面|屏幕)的?左上角|左上角|左上方|左上"
     "|靠左上角?"),
    ("pos", "top-right", "(at|in|on) the (top|upper) right( corner)?|(top|upper) right"
     "|top right corner|upper right corner|right top corner|(right hand top|top right hand"
     "|upper right hand) corner|(画面|屏幕)的?右上角|右上角|右上方|右上"
     "|靠右上角?"),
    ("pos", "bottom-left", "(at|in|on) the (bottom|lower) left( corner)?|(bottom|lower) left"
     "|bottom left corner|lower left corner|(画面|屏幕)的?左下角|左下角|左下方|左下|靠左下角?"),
    ("pos", "bottom-right", "(at|in|on) the (bottom|lower) right( corner)?|(bottom|lower) right"
     "|bottom right corner|lower right corner|right bottom corner|(画面|屏幕)的?右下角|右下角|右下方|右下"
     "|靠右下角?"),
    ("pos", "bottom", "底部居中|下方居中|(bottom|lower) (cent(er|re)|middle)|bottom"
     "|(bottom|lower) edge|下边缘|at the bottom|bottom of the (screen|frame|video|picture)|(across"
     "|along) the bottom|down low|down below|底部"
     "|下方|下部|底端|底下|最下面|最下方|下面|靠下|下边|(画面|屏幕)的?(底部|下方|下面|底端|下边|下侧|下部|下沿|下边缘)|下侧|下沿"),
    ("pos", "top", "顶部居中|上方居中|(top|upper) (cent(er|re)|middle)|top|at the top"
     "|(top|upper) edge|上边缘|top of the (screen|frame|video|picture)|(across|along) the top"
     "|up top|(up )?at the top|顶部|上方|上部|顶端"
     "|最上面|最上方|上面|靠上|上边|(画面|屏幕)的?(顶部|上方|上面|顶端|上边|上侧|上部|上沿|上边缘)|上侧|上沿"),
    ("pos", "center", "(with )?(keeping|leaving) (it|the picture) cent(ered|red)|cent(ered"
     "|red) in the (frame"
     "|picture|screen|image)|cent(er|re)ally|with the cent(er|re) as (its|the) focus"
     "|focus(ed|ing) on the cent(er|re)|cent(er|re)|cent(ered|red)|middle|in the middle"
     "|middle of the (screen|frame|video|picture)|cent(er|re) of the (screen|frame|video|picture)"
     "|dead cent(er|re)|mid|居中|保持居中|中央|中间|正中|中心|画面中央|屏幕中央|画面中心|画面正中|正中间"
     "|居中显示|正中央|画面中间"),
    ("pos", "left", "(at|on) the left( hand side| side)?|low on the left( side)?|left|leftmost|左(侧"
     "|边)?边缘"
     "|左侧边|left side|left edge"
     "|on the left|to the left"
     "|left hand side|左侧|左边|左方|左|左面|居左|靠左|靠左边|(画面|屏幕)的?(左边|左侧|左边缘|左侧边缘"
     "|左部)"),
    ("pos", "right", "(at|on) the right( hand side| side)?|right|rightmost|右(侧|边)?边缘|right side"
     "|right edge|on the right|to the right"
     "|right hand side|右侧|右边"
                     "|居右|靠右|靠右边|(画面|屏幕)的?(右边|右侧|右边缘|右侧边缘|右部)"
     "|右方|右|右面"),
    ("place", True, "(located|sitting|sits|situated)( at| in| on)?|position|positioned|placed|place"
     "|anchored|anchored (at|in|on)|location|screen"
     "|on screen|corner|screen corner"
     "|side|aligned?|of the screen|on the screen|across the screen|visible|屏幕|位置|位于|位置在|定位(在"
     "|到|于)?|坐落(在|于)|落在"
     "|角落|显示|画面"),
    # How a text looks, in more words.
    ("colorword", True, "文字的?颜色|字的颜色|字色|文字色"),
    ("backdrop", True, "backdrop|backed|(box )?behind the (text|words|letters|lettering)"
     "|(background )?box behind it|(文字|字的)?(背景|底)(颜色|色)|背景板|底框(颜色)?|衬底|垫底色?"),
    ("outline", True, "outlining|stroke colou?r|border|bordered|edged|rimmed"
     "|(文字|字体|外)?(描边|勾边|轮廓)(颜色|色)?|边框(颜色|色)?"),
    ("shadow", True, "(casting|casts|with) a (drop )?shadow|an added (drop )?shadow|(drop )?shadowed"
     "|(with a |with an added |casting a )(drop )?shadow (on it|behind it|behind the text|under it"
     "|under the text|beneath it|beneath the text|underneath|effect|added|applied|enabled)"
     "|(drop )?shadow (on|on it|behind it|behind the text|under it|under the text|beneath it"
     "|beneath the text|underneath|effect|added|applied|enabled|turned on)"
     "|(附|附带|含|含有|有|带|带有|带上)?(文字)?(阴影|投影)(效果)?|要有阴影"
     "|并?(加|加上|加个|加一层|加入|添加|配|配上|附上)(阴影|投影)|(启用|开启|打开)阴影|阴影(开启|启用|打开)"),
    ("sizeword", True, "(font|type|lettering) size|size (type|text|letters|lettering)|(文字"
    "|字体)?字号(大小)?"
     "|字的?大小|字体尺寸|号字"),
    ("fontword", True, "文字字体|字型|字形"),
    ("styleword", True, "styling|formatted|formatting|(文字|字体|字形|字)?样式"),
    ("label", "name", "person's name|名称|人物"),
    ("label", "role", "(the )?(job title|occupation|profession|job|function|position) is|occupation"
     "|profession|function|职衔|职称|职业|岗位|称谓"),
    ("says", True, "speaking( the words)?|uttering|which goes|in which the narrator says|with the (wording"
         "|message|line|caption text)|bearing|carrying|containing|contains"
     "|spelling|worded|stating|displaying|displays|giving|listing the|presenting|identif(ying|ies|y)"
     "|(that|which) (gives|names|states|identifies|bears|carries|contains)|introducing|crediting"
     "|describing|labell?(ed|ing)|(made up|consisting) of"
     "|上面写(着|上)?|写有|内容写|文字写|标注|标明|注明|包含|介绍"),
    ("pos", "top-left", "up in the left( hand)? corner|(top|upper) left hand corner"
     "|(at|in|on) the (top|upper) left hand corner"
     "|left hand (top|upper) corner"),
    ("pos", "top-right", "up in the right( hand)? corner|(top|upper) right hand corner"
     "|(at|in|on) the (top|upper) right hand corner"),
    ("pos", "bottom-left", "down in the left( hand)? corner|(bottom|lower) left hand corner"
     "|(at|in|on) the (bottom"
    "|lower) left hand corner"),
    ("pos", "bottom-right", "down in the right( hand)? corner|(bottom|lower) right hand corner"
     "|(at|in|on) the (bottom|lower) right hand corner"),
    ("pos", "bottom", "(at|on|along) the (bottom|lower) edge|(bottom|foot) of the (screen|frame"
    "|video|picture"
     "|image)|very bottom|(at|in|along) the (bottom|foot) of the image|(bottom|lower) (part|area|section"
     "|portion)"),
    ("pos", "top", "(at|on|along) the (top|upper) edge|(top|head) of the (screen|frame|video|picture|image)"
     "|very top|(at|in|along) the (top|head) of the image|(top|upper) (part|area|section|portion)|居上"
     "|(画面|屏幕)的?上部"),
    ("pos", "center", "(in the )?very (center|centre|middle)|(centered|centred) (in|on) the (frame|screen"
     "|picture|image)|centrally|(in a )?central position|(center|centre) stage|central area"
     "|居中(显示|放置)|置中|(画面|屏幕)的?正中央"),
    ("place", True, "located|situated|sitting|tucked|pinned|anchored to|置于|居于|处于|处在|安放在?|设在"),
)
# fmt: on
