"""Chinese ways to take back what was done: "我反悔了，恢复原样吧", "刚才那两步都撤销"."""

from mock_server.agent.values.placeholders import HAN
from mock_server.agent.values.rules import Rules, plainly

_STOP = r"(?:吧|了|好了|就行|啊|哈)*(?=[ .!。]*\Z)"
_REGRETS = "(?:我?(?:反悔|后悔)了?|我?改(?:变)?主意了|算了|不行|不好|还是算了|不要了|唉|哎|嗯|呃)"
_UNDO = "(?:撤销|撤回|还原|取消|撤掉|退回去?)"
_BACK = (
    "(?:恢复|还原|变回|改回|退回|回)(?:到|成)?(?:原来|原本|刚才|之前|原先)?(?:的)?(?:原样|样子|回"
    "来|回去|原状)?"
)
_STEPS = "(?:步|个操作|个|处|次修改|次|项)(?:操作|修改|改动)?"
_JUST = "(?:刚才|刚刚|前面|上面|之前|最后|最近)?(?:的)?(?:那|这)?"
_NO_MORE = r"(?:\A|(?<=[,。 ]))(?:还是|那就|那|请)?(?:先?别|不要|不用|不想|不)(?:再)?"
_AWAY = "(?:不要了?|取消掉?了?|去掉了?|关掉了?|撤掉了?)(?:吧)?"
_ENDS = r"(?=[,;。 .!]|\Z)"
_PACE = "(?:加速|快放|慢放|减速|放慢|变速|慢动作|[0-9.]+倍速)"
_RULES = Rules[str](
    (
        # what is there, and no longer wanted
        (rf"{_NO_MORE}(?:静音|消音)了{_ENDS}", "恢复声音"),
        (rf"{_NO_MORE}(?:倒放|倒着放)了{_ENDS}", "改成正放"),
        (rf"{_NO_MORE}(?:黑白|复古|怀旧|滤镜|暖色调?|冷色调?)了{_ENDS}", "去掉滤镜"),
        (rf"{_NO_MORE}(降噪|防抖|裁剪|旋转|转场|叠化)了{_ENDS}", r"取消\1"),
        (rf"{_NO_MORE}{_PACE}了{_ENDS}|{_PACE}{_AWAY}{_ENDS}|取消{_PACE}{_ENDS}", "恢复原速"),
        (rf"滤镜(?:效果)?关掉?了?(?:吧)?{_ENDS}", "去掉滤镜"),
        (
            rf"(?:恢复|调回|改回|变回|回)(?:到|成)?(?:正常的?)?(?:速度)?[1一]倍速?(?:播放)?{_ENDS}",
            "恢复原速",
        ),
        # "…, bring it back" behind a word of regret, or "put it back as it was"
        (
            rf"\A(?:{_REGRETS}[,。!. ]+)+(?:还是|给我|帮我|请|全部|都|就)*(?:{_BACK}|{_UNDO})"
                rf"(?:刚才的?)?{_STOP}",
            "撤销",
        ),
        (
            r"\A(?:还是|那|请|帮我|给我|把它|再)*(?:恢复|还原|变回|改回|退回)(?:到|成)?(?:原来|刚才|之前|原先)?的?(?:原样|样子|回来|原状)"
            rf"{_STOP}",
            "撤销",
        ),
        (
            rf"\A(?:还是|那|那就)(?:恢复|变回|改回|用回|换回)(?:到|成)?(?:原来|之前|刚才)的?(?:样子|版本)?{_STOP}",
            "撤销",
        ),
        # so many steps
        (
            rf"\A(?:把)?{_JUST}[两二2]{_STEPS}(?:都|全|全都|一起)*(?:不要了?,?(?:全|都)*)?{_UNDO}{_STOP}",
            "撤销两步",
        ),
        (
            rf"\A(?:请|帮我|还是)?{_UNDO}(?:掉)?(?:刚才|刚刚|上面|最后|最近|上)(?:的)?(?:那|这)?(?:一)?{_STEPS}{_STOP}",
            "撤销",
        ),
    )
)  # fmt: skip


def taken_back(text: str) -> str:
    """A Chinese message that takes back what was done, in plainer words."""
    return _RULES.apply(text, plainly) if HAN.search(text) else text
