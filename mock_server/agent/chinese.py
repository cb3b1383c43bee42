"""Chinese instructions: which words lead to which builder. The first rule that fits wins."""

from mock_server.agent import build_layers as layers
from mock_server.agent import build_looks as looks
from mock_server.agent import build_time as time
from mock_server.agent.answers import answer, greet, ignore
from mock_server.agent.building import Rule

_REMOVE = r"删除?|去掉|去除|移除|剪[掉去]?|裁[掉剪]|切掉|清除|取消|不要|除去|剔除|拿掉|截掉"
_REMOVE_LAYER = r"删除?|去掉|去除|移除|清除|取消|不要|除去|剔除|拿掉|剪掉"
_ADD = r"添加|加[上入一个段条]|插入|新增|增加一|配[上一]|放[上入一]|写[上一]|打上|叠加|加(?=标题|字幕|音乐|背景|旁白|配音|音效|人名|水印|文字|<text>)"
_LAYER = r"标题|字幕|人名条|名条|下三分之一|字条|文字|音乐|配乐|旁白|配音|音效|贴图|水印|画中画|叠加|BGM|logo"
_CHANGE = (
    r"改|换|调|设|移|挪|放[到在]|延长|缩短|变|让|使|把|将|应该?|必须|需要|提高|降低|更|大一[点些]|小一[点些]"
    r"|轻一[点些]|响一[点些]|静音"
)
_OWN = r"原声|原音|视频的?(?:声音|音量)|画面的?(?:声音|音量)|视频本身|人声"

RULES: tuple[Rule, ...] = (
    Rule(ignore, (r"\A ?(?:请)?(?:不要|别|不用|无需|勿)(?!超过)",)),
    Rule(ignore, (r"其他|其余|其它|剩下", r"不变|不动|不要|保持|原样|别动|不改")),
    Rule(time.trim_fillers, (_REMOVE, r"口头禅|语气词|填充词|嗯|呃|废话")),
    Rule(
        time.trim_pauses,
        (
            rf"{_REMOVE}|缩短|超过|剪|精简",
            r"停顿|静默|无声|空白|沉默|冷场|静音(?:部分|片段|段|的)|气口",
        ),
        (_LAYER,),
    ),
    Rule(looks.flag("denoise"), (r"降噪|去噪|噪音|噪声|杂音|底噪",)),
    Rule(looks.flag("stabilize"), (r"稳定|防抖|去抖|抖动|增稳",)),
    Rule(
        looks.flag("normalize"),
        (r"标准化|归一化|响度|均衡音量|统一音量|平衡音量|音量均衡",),
        (_LAYER,),
    ),
    Rule(layers.change, (r"改成|改为|换成|换为|替换|更换", _LAYER), (_ADD,)),
    Rule(layers.remove, (_REMOVE_LAYER, _LAYER), (r"淡入|淡出|<percent>|添加|加[上入一]",)),
    Rule(looks.plain_color, (_REMOVE_LAYER, r"滤镜|调色|色调")),
    Rule(time.remove_transition, (_REMOVE_LAYER, r"转场|过渡")),
    Rule(layers.change_or_add, (_CHANGE, _LAYER), (_ADD, _OWN)),
    Rule(time.transition, (r"转场|过渡|叠化",), (_LAYER, r"拼接|合并|连接")),
    Rule(layers.captions, (r"字幕", r"<range>")),
    Rule(layers.text("lower-third"), (r"人名条|名条|下三分之一|字条",)),
    Rule(layers.voiceover, (r"旁白|配音|朗读|解说",)),
    Rule(layers.sound, (r"音效",)),
    Rule(layers.music, (r"音乐|配乐|BGM",)),
    Rule(
        layers.overlay,
        (r"叠加|贴图|水印|画中画|logo|覆盖|角落|[左右]上角|[左右]下角", r"<file|text>"),
        (r"标题|文字",),
    ),
    Rule(layers.text("title"), (r"标题|文字|片头",)),
    Rule(layers.text("caption"), (r"字幕", r"<text>")),
    Rule(time.generate, (r"生成|制作一[段个]|AI", r"<text>")),
    Rule(time.freeze, (r"定格|冻结|静帧|停住", r"<time|range>")),
    Rule(time.reverse, (r"倒放|反向|倒序|倒着",)),
    Rule(time.speed, (r"速度|加速|加快|减速|放慢|变慢|变快|倍速|慢动作|慢放|快放|调速|变速",)),
    Rule(time.join, (r"拼接|合并|连接|接在一起|连在一起|拼在一起|拼起来",)),
    Rule(time.split, (r"拆分|分割|切开|切一刀|一分为二|分成|断开|剪开", r"<time>"), (r"<range>",)),
    Rule(looks.canvas, (r"<ratio|size>|竖屏|横屏|竖版|横版|方形|正方|宽屏",)),
    Rule(looks.rotate, (r"旋转|转\S{0,4}<angle>|颠倒",)),
    Rule(looks.crop, (r"裁剪|裁切|裁掉|放大", r"<percent>")),
    Rule(looks.color, (r"调色|色调|滤镜|颜色|色彩|黑白|暖色|冷色|风格|复古",)),
    Rule(looks.fade_video, (r"淡入|淡出|渐入|渐出|渐显|渐隐",)),
    Rule(looks.unmute, (r"取消静音|恢复(?:声音|音量|原声)",)),
    Rule(
        looks.mute,
        (rf"静音|消音|(?:{_REMOVE_LAYER}|关闭|关掉|关)[^\ue000]{{0,12}}(?:声音|原声|音频|原音)",),
        (r"<percent|level>",),
    ),
    Rule(looks.volume, (r"音量|声音|大声|小声|原声",)),
    Rule(
        time.place,
        (
            r"放|添加|加[入上]|使用|用|插入|排列|按|顺序|导入|依次",
            r"<file>|片段|视频|图片|照片|素材|文件|<text>|时间线|时间轴",
        ),
        (r"<range>",),
    ),
    Rule(time.keep, (r"保留|只要|只留|截取|留下", r"<range>")),
    Rule(time.cut, (rf"{_REMOVE}|跳过|剪", r"<range>")),
    Rule(answer, (r"\?|吗|什么|怎么|多少|哪|如何|导出|撤销|撤回|多长|多久|积分|余额|帮助|下载",)),
    Rule(greet, (r"\A ?(?:你好|您好|谢谢|好的|多谢|很好|辛苦了?)[^\ue000]{0,12}\Z",)),
)
