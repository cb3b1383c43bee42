"""Split a message into sentences, with a mark for each value in them."""

import re
from collections.abc import Sequence

from mock_server.agent.lexicon.slips import spelled
from mock_server.agent.values.bare import in_seconds
from mock_server.agent.values.files import take_files
from mock_server.agent.values.fonts import take_fonts
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import HAN, UNREADABLE, Values, index, pattern
from mock_server.agent.values.quantities import Time, half_up, take_quantities
from mock_server.agent.values.quotes import take_quotes, whole_characters
from mock_server.agent.values.ranges import take_ranges
from mock_server.agent.values.spellings import plain_turns
from mock_server.agent.wording.a_fade_each import a_fade_each
from mock_server.agent.wording.aimed_at import aimed_at
from mock_server.agent.wording.chinese.bare import bare_chinese
from mock_server.agent.wording.chinese.colloquial import by_the_way, by_the_way_timed
from mock_server.agent.wording.chinese.compared import in_proportion
from mock_server.agent.wording.chinese.daily import in_daily_words
from mock_server.agent.wording.chinese.everyday import everyday_chinese
from mock_server.agent.wording.chinese.excepted import without_exception
from mock_server.agent.wording.chinese.fine_as_is import fine_as_is
from mock_server.agent.wording.chinese.in_total import of_that_length
from mock_server.agent.wording.chinese.layers import leaning_on_layers, said_of_layers
from mock_server.agent.wording.chinese.meant import meant_of_layers
from mock_server.agent.wording.chinese.mixed import all_chinese
from mock_server.agent.wording.chinese.plain import plainly_said
from mock_server.agent.wording.chinese.pointed import pointed_at, with_the_rest
from mock_server.agent.wording.chinese.remarks import without_remarks
from mock_server.agent.wording.chinese.respectively import each_in_turn, left_unsaid
from mock_server.agent.wording.chinese.rethought import thought_over
from mock_server.agent.wording.chinese.retracted import second_thought
from mock_server.agent.wording.chinese.set_right import set_right
from mock_server.agent.wording.chinese.several import of_several
from mock_server.agent.wording.chinese.shares import take_shares
from mock_server.agent.wording.chinese.shown import take_chinese_names
from mock_server.agent.wording.chinese.slips import rewritten
from mock_server.agent.wording.chinese.spaced import with_commas
from mock_server.agent.wording.chinese.spared import spared_parts
from mock_server.agent.wording.chinese.spelling import simplified, spelled_plainly
from mock_server.agent.wording.chinese.spoken import loosely_ranged, loosely_said, loosely_timed
from mock_server.agent.wording.chinese.times import told_by_times
from mock_server.agent.wording.chinese.told_twice import told_twice
from mock_server.agent.wording.chinese.turns import rephrased_chinese, turned_chinese
from mock_server.agent.wording.chinese.undone import taken_back
from mock_server.agent.wording.chinese.whole_orders import said_in_full
from mock_server.agent.wording.clause_left_out import each_clause_told
from mock_server.agent.wording.clip_names import clip_names
from mock_server.agent.wording.clip_order import clip_order
from mock_server.agent.wording.clip_parts import clip_parts, in_their_order
from mock_server.agent.wording.clip_turns import clip_turns
from mock_server.agent.wording.compared import compared
from mock_server.agent.wording.complaints import complaints
from mock_server.agent.wording.counted import counted
from mock_server.agent.wording.courtesy import without_courtesy
from mock_server.agent.wording.cue_lists import cues_listed, one_after_another
from mock_server.agent.wording.detours import politely
from mock_server.agent.wording.each_taken_away import each_taken_away
from mock_server.agent.wording.edges import edges
from mock_server.agent.wording.english import as_spoken
from mock_server.agent.wording.everyday import everyday
from mock_server.agent.wording.fronted import said_behind
from mock_server.agent.wording.half_corrected import half_corrected
from mock_server.agent.wording.hard_turns import hard_turns, placed_anew
from mock_server.agent.wording.heard import heard, timed
from mock_server.agent.wording.in_sequence import in_sequence
from mock_server.agent.wording.insertions import insertions, without_the_rest
from mock_server.agent.wording.kept_beside import kept_beside
from mock_server.agent.wording.labels import unlabelled
from mock_server.agent.wording.layer_turns import layer_turns
from mock_server.agent.wording.led_by_a_time import each_at_its_time
from mock_server.agent.wording.lengths import lengths_by_speed
from mock_server.agent.wording.letters import in_turn, unsigned
from mock_server.agent.wording.looks import looks_named
from mock_server.agent.wording.manners import said_of_each
from mock_server.agent.wording.misspelt import respelled
from mock_server.agent.wording.numbered import unnumbered
from mock_server.agent.wording.one_verb import each_with_its_verb
from mock_server.agent.wording.own_times import of_the_layer
from mock_server.agent.wording.pictured import pictured
from mock_server.agent.wording.referring import referring
from mock_server.agent.wording.remarks import resolved, unremarked
from mock_server.agent.wording.rephrased import rephrased
from mock_server.agent.wording.said_shortly import said_shortly
from mock_server.agent.wording.shown import Shown, take_names, timed_by_layers
from mock_server.agent.wording.sound_turns import sound_turns
from mock_server.agent.wording.sounds_there import called_in_chinese, of_music
from mock_server.agent.wording.speech import spoken_orders
from mock_server.agent.wording.stated import stated
from mock_server.agent.wording.strengths import with_their_strengths
from mock_server.agent.wording.styles import styles_unquoted
from mock_server.agent.wording.too_fine import too_fine
from mock_server.agent.wording.unquoted import take_unquoted
from mock_server.agent.wording.video_turns import measured, video_turns
from mock_server.agent.wording.wanted import wanted
from mock_server.agent.wording.what_is_left import left_by_a_cut
from mock_server.agent.wording.whole_turns import whole_turns
from mock_server.agent.wording.withheld import withheld

_PLAIN = str.maketrans(
    "０１２３４５６７８９：％（）＋－–—−～‐‑×；，！？　\u00a0\u202f\u2009’",
    "0123456789:%()+-------x;,!?    '",
)
_SPACES = Regex(r"[^\S\n]+")
_SYMBOLS = str.maketrans(
    {**dict.fromkeys("❌🚫⛔✖✗✘", " not "), **dict.fromkeys("↺⟲", " counterclockwise "),
     **dict.fromkeys("↻⟳", " clockwise "), "🔇": " mute "}
)  # fmt: skip
_QUOTED_LINE = Regex(r"(?:\A|\n) ?>(?!=)[^\n]*")  # what somebody else has written
_TILDE = Regex(r"(?<=[0-9s秒]) ?~ ?(?=[0-9])")  # "5~8 s"
_BREAK = pattern(
    r"(?:[\n。]|;(?! ?(?:use|with|using) the (?:first|audio|sound)\b))+"
    r"|[.!](?= |\n|\Z)|!(?=[\u4e00-\u9fff])"
    r"|(?<=\?)(?= |\n|\Z)"
    r"|,? (?:and )?then (?=(?:9:16|16:9|1:1|4:5)\b)"
    r"|,? (?:(?:and )?then|after that(?! (?:title|caption|logo|one"
    r"|clip|song|music|text)\b)|afterwards|and finally),? (?!back(?:wards?)?\b)(?=[a-z])"
    r"|,? ?(?:然后|(?<!紧)(?<!前后)接着|随后"
    r"|之后再(?![响出开播放进])|,再|最后再|(?:[做弄剪]?完了?)(?:以后|之后))[,:]?"
    r"|,最后(?=[^0-9一二两三四五六七八九十几的面帧淡渐])|,(?=最后[淡渐])"
)
# "mute: 5-8 s", "fade out: 2 s", each on a line of its own.
_LABELLED_STEPS = Regex(
    r"(?:\A|\n) ?(?:mute|cut|trim|speed|rotate|静音|剪|剪掉|变速) ?:[^\n]*\n", re.I
)
_STEP_FADE_LABEL = Regex(r"\n ?(?:(淡[出入])|fade (out|in)) ?: ?", re.IGNORECASE)
# "3. fade out 2 s" is a step of its own.
_STEP_FADES = Regex(
    r"((?:\A|\n) ?fade )(?=(?:in|out)\b(?! (?:the|it|all|my|music|title|logo|both|text)\b))",
    re.IGNORECASE,
)
# What holds until a time is not followed by an order of its own: "normal until 10 s, then 2x".
_UNTIL_THEN = Regex(r"(\b(?:until|till|up to)\b[^,.;\n]{1,20}),? (?:and )?then\b", re.IGNORECASE)
# "If he agrees, then mute it" is one sentence.
_IF_THEN = Regex(
    r"(\b(?:if|unless|suppose|supposing|assuming|provided|in case|when|once|whenever)\b"
    r"(?![^.;\n]{0,12}\b(?:you can|you could|possible)\b)[^.;\n]{0,80}?),? then\b"
    r"|((?:如果|要是|假如|除非|倘若|万一|一旦|只要)(?![^。;\n]{0,6}(?:可以|可能"
    r"|方便))[^。;\n]{0,40}?),?(?:然后|随后|接着)",
    re.IGNORECASE,
)
_COLOR = Regex(r"#(?:[0-9a-fA-F]{8}|[0-9a-fA-F]{6}|[0-9a-fA-F]{3})(?![0-9a-zA-Z])")


def sentences(
    message: str, names: tuple[str, ...] = (), shown: Sequence[Shown] = (), *, timed: bool = True
) -> tuple[list[str], Values]:
    """The sentences of `message` with marks, and the values; `names` are the uploads, `shown` the
    layers of the timeline that it may name and, if `timed`, tell a time by."""
    values = Values()
    said = whole_characters(message)
    said = with_commas(said) if " " in said and HAN.search(said) else said
    text = without_courtesy(take_quotes(styles_unquoted(said), values))
    text = _QUOTED_LINE.sub("\n", text.translate(_PLAIN).translate(_SYMBOLS))
    text = _TILDE.sub("-", _SPACES.sub(" ", text))
    text = take_unquoted(too_fine(in_turn(unsigned(text))), values)
    text = _COLOR.sub(lambda match: values.mark("color", match[0].lower(), match[0]), text)
    text = looks_named(cues_listed(one_after_another(in_sequence(text))), values)
    text = _spelled(simplified(take_files(text, values, names)), shown)
    text = fine_as_is(told_twice(set_right(text)))
    text = said_in_full(of_that_length(second_thought(text)), values, shown)
    text = of_the_layer(
        a_fade_each(
            each_in_turn(said_shortly(aimed_at(half_corrected(each_clause_told(text)))), shown),
            shown,
        ),
        values,
        shown,
    )
    text = said_behind(
        each_with_its_verb(each_taken_away(wanted(with_their_strengths(text)))), values
    )
    text = kept_beside(each_at_its_time(said_of_each(text, values)))
    text = spoken_orders(lengths_by_speed(whole_turns(sound_turns(text, values, shown), shown)))
    text = plainly_said(by_the_way(thought_over(in_daily_words(all_chinese(text)))))
    text = taken_back(loosely_said(everyday_chinese(text)))
    text = meant_of_layers(said_of_layers(text, values, shown), values, shown)
    text = called_in_chinese(text, shown) if shown and HAN.search(text) else text
    text = take_chinese_names(text, values, shown)
    text = take_names(respelled(text, values, shown), values, shown)
    text = of_music(text, values, shown)
    text = take_fonts(text, values)
    text = in_their_order(without_the_rest(left_by_a_cut(text)))
    text = placed_anew(_UNTIL_THEN.sub(r"\1 and", text), shown)
    if " then" in text or "然后" in text or "接着" in text or "随后" in text:
        text = _IF_THEN.sub(r"\1\2, ", text)
    numbered = unnumbered(text)
    steps = numbered != text
    if _LABELLED_STEPS.search(numbered):
        numbered = _STEP_FADE_LABEL.sub(_fade_of_video, numbered)
    parts = _BREAK.split(_STEP_FADES.sub(r"\1the video ", numbered) if steps else numbered)
    marked = [
        _mark(part.strip(), values, shown if timed else ())
        for part in parts
        if part and part.strip()
    ]
    return without_remarks(resolved(marked, values), values), values


_SOON = Regex(
    r"\bin (?:a|an|one) (?:minute|second|sec|moment|bit|while|hour)(?=[ .!]*(?:\n|\Z))",
    re.IGNORECASE,
)


def _spelled(text: str, shown: Sequence[Shown]) -> str:
    """A message without slips of the pen; what the layers read is spelled as it is."""
    if HAN.search(text):
        text = rewritten(text)
    if " in a" in text or " in one" in text:
        text = _SOON.sub(rf"{UNREADABLE} \g<0>", text)
    names = " ".join(f"{one.text} {one.name}" for one in shown).lower()
    return spelled(text, frozenset(names.split()))


def _fade_of_video(match: re.Match[str]) -> str:
    return f"\n画面{match[1]}" if match[1] else f"\nfade the video {match[2]} "


_ALL_OF_THEM = pattern(
    r"(?<=[,、])(?:全)?都(?=从|在|放|显示|用|是(?=[红黄蓝绿白黑橙粉紫金])|改|变|要|设|加粗|居中"
    r"|[红黄蓝绿白黑橙粉紫金]|<:time|range>)"
)
_BOTH_ENDS = pattern(
    r"(<:time>) ?(?:off|from) (?:of )?(?:both|each|either)(?: of)?(?: the)? ?(?:ends?|sides?)"
)
_BOTH_ENDS_BY = pattern(r"(?:both|each|either)(?: of)?(?: the)? ends? by (<:time>)")
_FIRST_AND_LAST = pattern(
    r"\b(first|last|opening|final) (?:and|&)(?: the)? (last|first|closing|final) (<:time>)"
)
_ALSO_FROM = pattern(
    r"(<:time> (?:off|from|at|of) (?:the )?(?:start|beginning|front|end|back),? and )<number>"
    r"(?= (?:off|from|at|of) (?:the )?(?:start|beginning|front|end|back)\b)"
)


# "删掉 6-9 秒和 40-44 秒": around a value a space says nothing.
_SPACED = Regex("(?<=[\u4e00-\u9fff]) (?=[\ue010-\ue01f])|(?<=\ue000) (?=[\u4e00-\u9fff])")
_WHAT_ABOUT = Regex(r"(?<!怎么)呢(?=[ .!]*\Z)")  # "剪掉前5秒呢"
_ASKS_POLITELY = Regex("能|可以|可否|帮|麻烦")


def _mark(sentence: str, values: Values, shown: Sequence[Shown]) -> str:
    if "呢" in sentence and not _ASKS_POLITELY.search(sentence):
        sentence = _WHAT_ABOUT.sub("?", sentence)
    text = in_proportion(spelled_plainly(take_shares(sentence, values)))
    text = complaints(by_the_way_timed(in_seconds(take_quantities(text, values), values)))
    text = told_by_times(loosely_timed(text, values), values, shown)
    text = of_several(pointed_at(text, values, shown), values, shown)
    text = leaning_on_layers(text, values, shown)
    text = compared(text, values, shown)
    spelled = _spelled_out(timed_by_layers(text, values, shown), values)
    if withheld(spelled):
        return take_ranges(spelled, values)
    told = stated(counted(spelled, values), values, shown)
    measures = timed(measured(edges(told, values, shown)))
    ranged = without_exception(take_ranges(turned_chinese(measures), values), values)
    ranged = _SPACED.sub("", ranged) if HAN.search(ranged) else ranged
    ranged = bare_chinese(ranged, values, shown)
    ranged = spared_parts(with_the_rest(loosely_ranged(ranged), values), values)
    ranged = pictured(heard(as_spoken(ranged, values, shown), shown))
    marked = hard_turns(unremarked(unlabelled(ranged, values), values), values)
    marked = referring(clip_parts(marked, values), values, shown)
    clips = clip_order(clip_names(marked, values), values)
    turned = layer_turns(clip_turns(insertions(clips, values), values))
    plainer = everyday(politely(rephrased(video_turns(turned))))
    return left_unsaid(rephrased_chinese(plainer, values))


def _spelled_out(text: str, values: Values) -> str:
    """Two ranges that share a length, or a unit, as two that each say theirs."""
    text = _ALL_OF_THEM.sub("它们都", plain_turns(text))
    text = _BOTH_ENDS.sub(r"\1 off the start and \1 off the end", text)
    text = _BOTH_ENDS_BY.sub(r"\1 off the start and \1 off the end", text)
    text = _FIRST_AND_LAST.sub(r"\1 \3 and the \2 \3", text)
    return _ALSO_FROM.sub(lambda match: match[1] + _seconds(match[2], values), text)


def _seconds(digits: str, values: Values) -> str:
    i = index(digits)
    return values.mark("time", Time(half_up(values.items[i] * 1_000)), values.words[i])
