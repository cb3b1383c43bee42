"""What is done to a thing and the next one, to the one that is named last, or to all but one that stays as
it is, in a few words behind the order."""

from mock_server.agent.second_look.edit import Edit, exactly
from mock_server.agent.second_look.words import words

_AND_THE_NEXT = words(
    r"(?<!each )\band (?:\w+ ){0,4}?the (?:next|following|previous)(?: one| clip| title| caption| song"
    r"| track| picture| shot)?\b(?! ?(?:\d|few|couple|two|three|four|five|ten|second|minute"
    r"|half|part|frame))",
    "(?<![改换调设变移])(?:和|跟|与|还有|以及|连同|、)(?:它的?|紧接着的?)?[下上前后]一?[段个条首张]"
    "(?![月星小钟半])",
)


def _is_one_alone(plain: str, edit: Edit) -> bool:
    """ "Delete the first clip and the next one", and one is gone."""
    if not _AND_THE_NEXT.search(plain):
        return False
    clips = len(edit.before[0]) - len(edit.after[0])
    changed = [exactly(was) != exactly(now) for was, now in edit.clips] if not clips else []
    return max(abs(clips), sum(changed), len(edit.layers)) < 2


_STAYS = words(
    r"(?P<name>[\w-]+\.[a-z][a-z0-9]{1,3}),? (?:stays?|remains?"
    r"|(?:is|was) (?:fine|ok|okay|good|alright|all right)"
    r"|(?:doesn't|does not) need(?: it| that| this| any)?|needs none)"
    r"(?: (?:as (?:it is|is)|like that|already|the same|unchanged|though))*[ .!]*(?:\Z|[,;.])",
    "(?<!其余的)(?<!其他的)(?<!其它的)(?<!剩下的)(?P<zh>[\\w-]+\\.[a-z][a-z0-9]{1,3}) *"
    "(?:就|可以|已经|那段|这段|的)*(?:不用|不需要|不必|别|保持|维持"
    "|照旧|不变|不动|没问题|原样)(?:[裁剪调改动管加降做弄]|原样|不变|不动|原来的?样子?)*(?:了|吧"
    "|就行|就好)*"
    "[ 。.!！]*(?:\\Z|[,，;；。])",
)


def changes_what_stays(message: str, edit: Edit) -> bool:
    """ "Remove the background noise, b.mp4 doesn't need it", and that is without, too."""
    names = [one for found in _STAYS.finditer(message) for one in found.groups() if one]
    was, now = (
        [[exactly(one) for one in side[0] if one.get("src") == name] for name in names]
        for side in (edit.before, edit.after)
    )
    return was != now


_THE_SECOND = words(
    r"[,;] *(?:i mean |meaning |just |only )?the (?P<n>second|third|fourth|fifth)(?: one| title| clip"
    r"| caption| song| logo)?[ .!]*\Z"
)
_NTH = ("second", "third", "fourth", "fifth")


def _there_is_no_such_one(plain: str, edit: Edit) -> bool:
    """ "The title is too big, smaller please, the second one", and there is one title."""
    found = _THE_SECOND.search(plain)
    if found is None or not edit.altered or edit.before[0] != edit.after[0]:
        return False
    at = _NTH.index(found["n"]) + 1
    roles = {now.get("role") for _, now in edit.altered}
    return all(sum(one.get("role") == role for one in edit.before[1]) <= at for role in roles)


CHECKS = (_is_one_alone, _there_is_no_such_one)


_ONLY = words(r"\A\W*(?:only|just)\b", "\\A[ ,，]*(?:只|仅)")


def is_another_clip(message: str, made: Edit, edit: Edit) -> bool:
    """ "第二段静音", "只静音前5秒", and that is the first one now."""
    if not _ONLY.match(message) or len(made.clips) < 2 or len(made.before[0]) != len(made.after[0]):
        return False
    changed = [now.get("src") for was, now in made.clips if was != now]
    if len(changed) != 1 or len(edit.after[0]) <= len(edit.before[0]):
        return False
    (meant,) = changed
    kept = [one for one in made.before[0] if one.get("src") == meant]
    there = [one for one in edit.after[0] if one.get("src") == meant]
    return len(edit.after[0]) - len(there) != len(made.before[0]) - len(kept)


LEANING = (is_another_clip,)
