"""Rules for Chinese instructions: words to builder. The first match wins."""

from mock_server.agent import parse_changes as changes
from mock_server.agent import parse_layers as layers
from mock_server.agent import parse_picture as picture
from mock_server.agent import parse_time as time
from mock_server.agent.answers import answer, greet, ignore
from mock_server.agent.building import Rule

# --- verbs ---------------------------------------------------------------------------------
_REMOVE = (
    r"删|去掉|去除|移除|剪掉|剪去|剪切|剪短|剪(?!辑|切点)|裁掉|裁剪|切掉|切除|清除|取消|不要|除去|剔除"
    r"|拿掉|截掉|砍掉"
)
_REMOVE_LAYER = r"删|去掉|去除|移除|清除|取消|不要|除去|剔除|拿掉|剪掉"
_ADD = (
    r"添加|加[上入一个段条句行张]|插入|新增|增加一|配[上一]|放[上入一]|写[上一]|打上|叠加|使用|制作|创建|需要一"
    r"|加(?=标题|字幕|音乐|背景|旁白|配音|音效|人名|水印|文字|<text>)|用 ?<text|file>|缺少"
    r"|显示(?:一[个条段张])|放一"
)
_CHANGE = (
    r"改|换|调|设|移|挪|放[到在]|延长|缩短|变|让|使|把|将|应该?|必须|需要|提高|降低|更|大一[点些]|小一[点些]"
    r"|轻一[点些]|响一[点些]|静音|太[响大吵轻小]|显示|闪避|避让|小声|大声|给(?!视频|画面)"
)

# --- nouns ---------------------------------------------------------------------------------
_LAYER = (
    r"标题|字幕|人名条|名条|下三分之一|字条|文字|文本|音乐|配乐|旁白|配音|音效|贴图|水印|画中画|叠加层"
    r"|叠加画面|叠加图|BGM|logo"
)
_OWN = (
    r"原声|原音|原有的?声音|视频(?:自身|自带|本身)?的?(?:声音|音量)|画面(?:自身|自带|本身)?的?(?:声音|音量)"
    r"|人声"
)
_PAUSES = r"停顿|静默|无声|空白|沉默|冷场|静音(?:部分|片段|段|的)|气口"
_FILES = r"<file|text>"
_STRETCH = (
    r"<range>|视频|片段|部分|画面|内容|区间|段落|素材|时间|一段|这段|那段"
    r"|开头|结尾|片头|片尾|范围|秒"
)
_CHANGES_NOTHING = (
    r"(?:其他|其余|其它|剩下|别的|所有内容|时长|总时长|一切).{0,30}(?:不变|不动|不要|保持|原样|别动|不改|不用)"
    r"|保持(?:不变|原样)|(?:不要|不能|不应|不得|别)(?:再)?(?:改动|更改|改变|修改|移动|影响|添加其)"
    r"|(?:后面|之后|后续)的?(?:内容|部分|画面|片段|所有内容)?.{0,12}(?:前移|后移|顺延|跟上|靠拢|补上|不变|衔接)"
    r"|(?:不留|不要留|没有)(?:下)?(?:空隙|间隙|空白)"
)
_TELLS_ONLY = (
    r"\A ?(?:请)?(?:不要|别|不用|无需|勿)(?!超过|忘)"
    r"|\A ?(?:所有)?(?:时间|时刻)(?:点)?(?:均|都)?(?:是|为|指|以|按)"
    r"|只(?:执行|做)一次|\A ?(?:现在|目前|当前)|\A ?(?:请)?用.{1,6}(?:回答|回复)"
    r"|\A ?(?:其余|其他|剩下)的?(?:部分|内容|片段)?(?:都|全部|全)?(?:删|剪|去)[^\ue000]{0,4}\Z"
)

RULES: tuple[Rule, ...] = (
    Rule(ignore, (_CHANGES_NOTHING,), (rf"<percent|text>|{_ADD}", "<range>")),
    Rule(ignore, (_TELLS_ONLY,)),
    Rule(time.trim_fillers, (_REMOVE, r"口头禅|语气词|填充词|嗯|呃|废话|口头语|赘词")),
    Rule(time.trim_pauses, (rf"{_REMOVE}|缩短|超过|剪|精简|压缩", _PAUSES), (_LAYER,)),
    Rule(picture.flag("denoise"), (r"降噪|去噪|噪音|噪声|杂音|底噪",)),
    Rule(picture.flag("stabilize"), (r"稳定|防抖|去抖|抖动|增稳",)),
    Rule(
        picture.flag("normalize"),
        (r"标准化|归一化|响度|均衡音量|统一音量|平衡音量|音量(?:均衡|平衡|统一)|规范化",),
        (_LAYER,),
    ),
    Rule(changes.clear, (_REMOVE_LAYER, r"淡入|淡出|闪避", _LAYER)),
    Rule(picture.no_fade, (_REMOVE_LAYER, r"淡入|淡出"), ("<time>",)),
    Rule(changes.change, (r"改成|改为|换成|换为|替换|更换|改到", _LAYER), (_ADD, _OWN)),
    Rule(changes.remove, (_REMOVE_LAYER, _LAYER), (r"淡入|淡出|<percent>|添加|加[上入一]", _OWN)),
    Rule(
        time.remove_clip,
        (_REMOVE_LAYER, r"片段|视频|镜头"),
        ("<range>", _LAYER, r"声音|音量|噪|淡|调色|转场|原声"),
    ),
    Rule(picture.plain_color, (_REMOVE_LAYER, r"滤镜|调色|色调")),
    Rule(time.remove_transition, (_REMOVE_LAYER, r"转场|过渡")),
    Rule(changes.change_or_add, (_CHANGE, _LAYER), (_ADD, _OWN)),
    Rule(time.join, (r"拼接|合并|连接|衔接|首尾相接|交叠|重叠|叠化", rf"{_FILES}.*{_FILES}")),
    Rule(time.transition, (r"转场|过渡|叠化",), (_LAYER, r"拼接|合并|连接")),
    Rule(layers.captions, (r"字幕", r"<range>")),
    Rule(layers.heard_captions, (rf"{_ADD}|生成|识别|自动", r"字幕")),
    Rule(layers.text("lower-third"), (rf"{_ADD}|<text>", r"人名条|名条|下三分之一|字条")),
    Rule(layers.voiceover, (r"旁白|配音|朗读|解说|画外音",)),
    Rule(layers.sound, (r"音效",)),
    Rule(layers.music, (rf"{_ADD}|{_FILES}|配", r"音乐|配乐|BGM")),
    Rule(
        layers.overlay,
        (r"叠加|贴图|水印|画中画|logo|覆盖|角落|[左右]上角|[左右]下角|叠放|盖在", _FILES),
        (r"标题|文字",),
    ),
    Rule(layers.text("title"), (rf"{_ADD}|<text>", r"标题|文字|片头|文本")),
    Rule(layers.text("caption"), (r"字幕", r"<text>")),
    Rule(time.generate, (r"生成|制作一[段个]|AI", r"<text>")),
    Rule(time.freeze, (r"定格|冻结|静帧|停住|静止", r"<time|range>")),
    Rule(time.reverse, (r"倒放|反向|倒序|倒着|倒播|反转播放",)),
    Rule(
        time.speed,
        (
            r"速度|加速|加快|减速|放慢|变慢|变快|倍速|慢动作|慢放|快放|调速|变速|快一[点些倍]|慢一[点些倍]|<factor>.{0,6}播放|播放.{0,12}<factor>",
        ),
    ),
    Rule(time.join, (r"拼接|合并|连接|接在一起|连在一起|拼在一起|拼起来",)),
    Rule(
        time.split,
        (r"拆分|分割|切开|切一刀|一分为二|分成|断开|剪开|切分|拆成", r"<time>"),
        (r"<range>",),
    ),
    Rule(
        picture.canvas,
        (r"<ratio|size>|画布.*(?:适应|填充|铺满|模糊)|竖屏|横屏|竖版|横版|方形|正方|宽屏",),
    ),
    Rule(picture.rotate, (r"旋转|转\S{0,4}<angle>|颠倒",)),
    Rule(picture.crop, (r"裁剪|裁切|裁掉|裁去|放大", r"<percent>")),
    Rule(picture.color, (r"调色|色调|滤镜|颜色|色彩|黑白|暖色|冷色|风格|复古",)),
    Rule(picture.fade_video, (r"淡入|淡出|渐入|渐出|渐显|渐隐",)),
    Rule(picture.unmute, (r"取消静音|恢复(?:声音|音量|原声)",)),
    Rule(
        picture.mute,
        (
            rf"静音|消音|(?:{_REMOVE_LAYER}|关闭|关掉|关)[^\ue000]{{0,12}}(?:声音|原声|音频|原音)"
            r"|(?:声音|原声|音频|原音)[^\ue000]{0,4}(?:关|去掉|消|删)",
        ),
        (r"<percent|level>",),
    ),
    Rule(picture.volume, (r"音量|声音|大声|小声|原声",)),
    Rule(layers.music_file, (_ADD, _FILES)),
    Rule(
        layers.bare_text,
        (r"加|写|显示|打上", r"<text>", r"<range>|屏幕|画面|[上下]方|角|居中|底部|顶部"),
    ),
    Rule(
        time.place,
        (
            r"放|添加|加[入上]|使用|用|插入|排列|按|顺序|导入|依次|制作",
            rf"{_FILES}|(?:所有|全部|上传|这些|各个|视频)的?(?:片段|视频|图片|照片|素材|文件)"
            r"|(?:放[到上入在]|加入)?(?:时间线|时间轴|视频轨)",
        ),
        (r"<range>",),
    ),
    Rule(time.keep, (r"保留|只要|只留|截取|留下", r"<range>")),
    Rule(time.keep_to, (r"(?:剪|裁|缩短|截)[^\ue000]{0,6}(?:到|成|为|至) ?<range|time>",), ("从",)),
    Rule(time.cut, (rf"{_REMOVE}|跳过|剪", r"<range>", _STRETCH)),
    Rule(answer, (r"\?|吗|什么|怎么|多少|哪|如何|导出|撤销|撤回|多长|多久|积分|余额|帮助|下载",)),
    Rule(greet, (r"\A ?(?:你好|您好|谢谢|好的|多谢|很好|辛苦了?)[^\ue000]{0,12}\Z",)),
)
