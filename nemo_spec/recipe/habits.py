"""What editors type out of the habit of other programs, and the line that does it here.

One row for each habit: a statement that is refused and fits the pattern gets the cure of its row, in which
`{0}` is what the first group of the pattern has matched.
"""

from __future__ import annotations

import re
from functools import cache

from nemo_spec.language import values
from nemo_spec.language.diagnostics import Diagnostic, Invalid

_LONGEST = 120
"""Characters of a statement that are looked at: habits are short."""
T_ = r"(?:\$\w+|[0-9][0-9.:]*(?:ms|s|m)?(?:[0-9]+s)?)"
R_ = r"(?:\$\w+|[0-9][0-9.:ms]*-(?:end|[0-9][0-9.:ms]*)|(?:first|last) [0-9][0-9.:ms]*)"
F_ = r"[0-9]+(?:\.[0-9]+)?"
N_ = r"[1-9][0-9]{2,3}"
SIDE_ = "(?:top|bottom|left|right)"
P_ = r"(?:[0-9]+(?:\.[0-9]+)?%)"
S_ = r"""(?:"[^"]*"|'[^']*')"""
T, R, P, S = (f"({piece})" for piece in (T_, R_, P_, S_))
"""A time, a range, a percentage and a text, to be named in the cure."""
TO = r"(?: ?(?:to|until|-|–|,) ?| )"
UPTO = r"(?: ?(?:to|until|-|–|->) ?)"
AND = r"(?: ?(?:[,+&|/]|and|vs) ?| )"
HALF = r"(?:50(?:%|/50|-50|:50)?|horizontal(?:ly)?)"
TEXTS = "(?:title|caption|lower-third)"

_BARE_START = re.compile(r"(?<![\w.:])([0-9.]+)-(?=[0-9.]*:|[0-9]+m[0-9])")
"""The start of a range that takes no unit from its end, which is written as a clock."""
_WORDS_AND_VALUES = ("E102", "E103", "E104", "E105", "E112")
_UNREAD = (
    "has no unit", "is not a value or a word", "between a number and its unit", "is no change in %",
)  # fmt: skip
"""How messages end about what nothing is known of but that it is no value."""
_SAY = 'no verb does this: ask for it with `say "…"`, in a sentence'

_ROWS: tuple[tuple[str, str], ...] = (
    # ---- Moves, regions, ramps, transitions, chapters ----
    (rf"(?:ken ?burns|slow zoom|zoom in|zoom slowly|push ?-?in|dolly)(?: {R})?",
     "write `zoom 100-130% {0|0-4s}`"),
    (rf"(?:zoom out|pull ?-?out)(?: {R})?", "write `zoom 130-100% {0|0-4s}`"),
    (rf"(?:punch ?-?in|scale|enlarge|magnify) {P}( {R_})?", "write `zoom {0}{1}`"),
    (rf"zoom (?:in |to |in to )?({F_})x( .*)?", "write `zoom {0h}%{1}`"),
    (rf"zoom (?:from )?({F_})x?{UPTO}({F_})x( .*)?", "write `zoom {0h}-{1h}%{2}`"),
    (rf"zoom (?:in |to |in to )?({N_})( .*)?", "write `zoom {0}%{1}`"),
    (rf"zoom (?:from )?({F_})%?{UPTO}{P} (?:over|for|in) {T}", "write `zoom {0}-{1} first {2s}`"),
    (rf"zoom (?:from )?({N_})%?{UPTO}({N_})%?( .*)?", "write `zoom {0}-{1}%{2}`"),
    (r"zoom (?:in |to |in to )?([1-9]\.[0-9]+)( .*)?", "write `zoom {0h}%{1}`"),
    (rf"zoom (?:in |to |in to )?{P} from {T}{TO}{T}( .*)?", "write `zoom {0} {1}-{2s}{3}`"),
    (rf"punch ?-?in(?: {R})?", "write `zoom 120% {0|0-4s}`"),
    (r"(?:pan|tilt)\b.*", _SAY),
    (rf"(?:time|speed) ?(?:re)?map(?:ping)?(?: {R})?", "write `speed 1-3x {0|2-4s}`"),
    (r"(?:key ?frames?|animate|motion)\b.*",
     "write `zoom 100-130% 0-4s` for a move, or `speed 1-3x 0-4s` for a ramp"),
    (rf"(?:speed )?ramp ([0-9.]+)x?{TO}([0-9.]+)x( {R_})?", "write `speed {0}-{1}x{2}`"),
    (rf"speed (?:ramp )?(?:from )?({F_})x?{UPTO}({F_})x?( {R_})?", "write `speed {0}-{1}x{2}`"),
    (rf"(?:split[ -]?screen|side[ -]?by[ -]?side|sbs|hstack) (\w+){AND}(\w+)(?: {HALF})?",
     "write `split-screen {0}, {1}`"),
    (rf"(?:split[ -]?screen) (\w+){AND}(\w+) (?:vertical(?:ly)?|stacked)",
     "write `split-screen {0}, {1} top-bottom`"),
    (r"split-screen (\w+) (\w+)( .*)?", "write `split-screen {0}, {1}{2}`"),
    (r"join (\w+)(?: ?(?:[+&|]|and) ?)(\w+)", "write `join {0}, {1}`"),
    (r"join (\w+) (?!with )(\w+)( with .*)?", "write `join {0}, {1}{2}`"),
    (r"join (\w+) (\w+) (?!with )(\w+)( with .*)?", "write `join {0}, {1}, {2}{3}`"),
    (rf"join (\w+(?:, ?\w+)+) with {T}", "write `join {0} with fade {1s}`"),
    (r"(?:vstack|top ?bottom) (\w+),? (\w+)", "write `split-screen {0}, {1} top-bottom`"),
    (rf"(?:beep|bleep out|beep out) {R}", "write `bleep {0}`"),
    (rf"censor(?: {R})?",
     "write `bleep {0|3-4s}` for a word, or `blur {0|3-4s} at 50%,40% size 20%` for a place"),
    (rf"(?:mask|pixelate|pixellate|mosaic|blur|hide|anonymi[sz]e) (?:the )?(?:faces?|head|eyes"
     rf"|(?:number ?)?plate|licen[cs]e plate|logo|region|area)(?: {R})?",
     "write `blur {0|0-4s} at 50%,40% size 20%`: the place is fixed, it does not follow what moves"),
    (r"blur (?:the )?(?:background|bars|sides)", "write `aspect 9:16 blur`"),
    (rf"(?:wipe|swipe)(?: left)? {T} at {T}", "write `transition wipe-left {0s} at {1s}`"),
    (rf"(?:wipe|swipe) right {T} at {T}", "write `transition wipe-right {0s} at {1s}`"),
    (rf"(?:slide|push|whip ?pan)(?: left)? {T} at {T}", "write `transition slide-left {0s} at {1s}`"),
    (rf"(?:slide|push|whip ?pan) right {T} at {T}", "write `transition slide-right {0s} at {1s}`"),
    (rf"dip (?:to|through|via) (black|white) at {T}", "write `transition dip-{0} 1s at {1s}`"),
    (rf"transition (wipe|slide) (left|right) {T} at {T}", "write `transition {0}-{1} {2s} at {3s}`"),
    (rf"transition dip (?:to )?(black|white) {T} at {T}", "write `transition dip-{0} {1s} at {2s}`"),
    (rf"(?:dip|fade) (?:to|through|via) (black|white) {T} at {T}",
     "write `transition dip-{0} {1s} at {2s}`"),
    (rf"transition (fade|(?:wipe|slide)-(?:left|right)|dip-(?:black|white)) at {T}",
     "write `transition {0} 1s at {1s}`"),
    (rf"(?:flash|white flash) {T} at {T}", "write `transition dip-white {0s} at {1s}`"),
    (rf"(?:marker|bookmark|chapter mark|add marker|timestamp)(?: at)? {T} {S}",
     "write `chapter {0s} {1}`"),
    (rf"(?:marker|bookmark|chapters?|timestamp) {S}(?: at)? {T}", "write `chapter {1s} {0}`"),
    (rf"chapter {T} ([^\W\d][^\"'\\]*)", "put the name in quotes: `chapter {0s} \"{1}\"`"),
    (r"(?:normali[sz]e|loudnorm|loudness|lufs)(?: to)? (-(?:[5-9]|[1-3][0-9])(?:\.[0-9]+)?|-40)"
     r" ?(?:LUFS|LKFS|dB)?",
     "write `normalize {0}LUFS`"),
    (r"(?:normali[sz]e|loudness|lufs) (?:to )?-?[0-9.]+ ?(?:LUFS|LKFS|dB|%)?",
     "write `normalize -14LUFS`: loudness reaches from -40LUFS to -5LUFS"),
    (r"(?:gain|amplify|boost|audio gain) \+?(?:[7-9]|[1-9][0-9])(?:\.[0-9]+)? ?dB",
     "write `volume 6dB`, the most that there is"),
    (r"(?:gain|amplify|boost|audio gain) ([+-]?[0-9.]+) ?dB", "write `volume {0}dB`"),
    (r"((?:(?:music|overlay) .* )?volume) ([01]\.[0-9]+)( .*)?", "write `{0} {1h}%{2}`"),
    (rf"((?:music|overlay) .*{S_}(?: {R_})?) (?:offset|start|in|trim|begin|from)(?: at| from)? {T}",
     "write `{0} skip {1s}`"),
    (rf"(music(?: from)? {S_}) at {T}", "write `{0} {1s}-end`"),
    (rf"(music(?: from)? {S_}(?: {R_})?) (?:loop|repeat)(?:ed)?",
     "write `{0}`: a file that is shorter is looped"),
    (rf"(overlay .*{S_}) (?:full ?-?screen|full|cover)", "write `{0} fill`"),
    (rf"(overlay .*{S_}) (?:muted?|no ?sound|silent)", "write `{0}`: it is silent unless it has a volume"),
    (rf"bleep(?: out)? (?:at )?{T} for {T}", "write `bleep {0}-{sum}`"),
    # ---- Cuts and time ----
    (rf"(cut|keep|mute) (?:from )?{T}(?!-){TO}{T}", "write `{0} {1}-{2s}`"),
    (rf"(?:ripple )?(?:delete|remove|del|extract) {R}", "write `cut {0}`"),
    (rf"lift {R}", "write `cut {0}`: what follows closes up"),
    (rf"(?:trim|subclip) {R}", "write `keep {0}` to leave only that, or `cut {0}` to take it out"),
    (rf"trim {T}{TO}{T}",
     "write `keep {0}-{1s}` to leave only that, or `cut {0}-{1s}` to take it out"),
    (r"(?!trim pauses)(?:trim|cut|remove|delete|strip|auto) ?(?:the )?(?:all )?(?:silences?|pauses?|gaps?"
     r"|dead air)\b.*",
     "write `trim pauses`"),
    (r"(?:jump ?cuts?|silencedetect|silenceremove|autocut|truncate silence)\b.*", "write `trim pauses`"),
    (r"(?!trim fillers)(?:trim|cut|remove|delete|strip) (?:the )?(?:fillers?|filler words|uh?m*s?)\b.*",
     "write `trim fillers`"),
    (rf"(?:split|razor|blade|slice|blade tool|knife)(?: at)? {T}", "write `split at {0s}`"),
    (rf"freeze(?: frame)? {T} at {T}", "write `freeze {1s} for {0s}`"),
    (rf"freeze(?: frame)?(?: at)? {T}(?: for)? {T}", "write `freeze {0s} for {1s}`"),
    (rf"(?:freeze(?: frame)?|hold|still|pause)(?: at)? {T}", "write `freeze {0s} for 2s`"),
    (r"speed (?:up |to )?([0-9]+)%( .*)?", "write `speed {percent}x{1}`"),
    (rf"speed (?:to )?(1[1-9]|[2-9][0-9]|[1-9][0-9]{{2}})( {R_})?", "write `speed {percent}x{1}`"),
    (r"speed -(?:1|1\.0|100)(?:x|%)?", "write `reverse`"),
    (rf"speed (?:up |to )?([0-9.]+)( {R_})?", "write `speed {0}x{1}`"),
    (rf"(?:slow|time|hyper|fast|speed)(?: ?up| ?down| ?mo| ?motion| ?lapse| ?forward) ([0-9.]+)x( {R_})?",
     "write `speed {0}x{1}`"),
    (r"reverse (?:the )?(?:clip|video|all)|rewind|(?:play )?backwards", "write `reverse`"),
    (r"(?:slow ?mo(?:tion)?|slow ?down|slow-mo)\b.*", "write `speed 0.5x 2-4s`"),
    (r"(?:time ?lapse|hyper ?lapse|fast ?forward|speed ?up)\b.*", "write `speed 8x 2-4s`"),
    (rf"(?:duration|length|set duration|max duration) {T}",
     "write `keep first {0s}` to shorten it, or `expect duration {0s}` to check it"),
    (rf"(?:-ss|ss|seek) {T} (?:-t|t) {T}", "write `keep {0}-{sum}`"),
    (rf"(?:-ss|ss|seek) {T} (?:-to|to) {T}", "write `keep {0}-{1s}`"),
    (rf"(?:in|mark in) {T},? (?:out|mark out) {T}", "write `keep {0}-{1s}`"),
    (r"(?:loop|repeat|duplicate|boomerang)\b.*", _SAY),
    (rf"(?:insert|append|concat|concatenate|merge|add) (?:clip )?{S}(?: at {T}| after {T})?",
     "name it with `clip b {0}`, then write `join a, b`"),
    (rf"(?:import|load|open|media|input|-i|add media) {S}", "write `clip a {0}`"),
    (r"undo\b.*", "delete the line that is to be undone"),
    (r"(?:nest|compound clip|group|adjustment layer)\b.*",
     "delete it: every line acts on the whole video that the lines above leave"),
    # ---- Transitions and fades ----
    (rf"(?:cross ?-?fade|(?:cross ?-?)?dissolve|xfade|transition(?: dissolve| crossfade)?) {T} at {T}",
     "write `transition fade {0s} at {1s}`"),
    (rf"(?:cross ?-?fade|(?:cross ?-?)?dissolve|xfade) at {T}(?: for)? {T}",
     "write `transition fade {1s} at {0s}`"),
    (r"(?:cross ?-?fade|(?:cross ?-?)?dissolve|xfade)\b.*", "write `transition fade 1s at 4s`, at a cut"),
    (rf"fade (?:out )?to black(?: (?:for |over )?{T})?.*", "write `fade out {0s|1s}`"),
    (rf"fade (?:in )?from black(?: (?:for |over )?{T})?.*", "write `fade in {0s|1s}`"),
    (r"fade (?:audio|sound|music)\b.*",
     'the picture and its sound fade with `fade out 1s`; music with `music "calm" fade out 2s`'),
    (rf"fade {T}", "write `fade in {0s}` or `fade out {0s}`"),
    (r"fade (in|out)", "write `fade {0} 1s`"),
    # ---- Picture ----
    (r"rotate (?:by )?-90(?:°|deg)?|rotate (?:90 )?(?:left|ccw|counter-?clockwise)", "write `rotate 270`"),
    (r"rotate (?:by )?-180(?:°|deg)?|(?:flip )?upside ?down", "write `rotate 180`"),
    (r"rotate (?:by )?-270(?:°|deg)?|rotate (?:90 )?(?:right|cw|clockwise)|rotate 90(?:°|deg)",
     "write `rotate 90`"),
    (r"aspect ([0-9]+)\.([0-9]{2}):1( .*)?", "write `aspect {0}{1}:100{2}`"),
    (r"aspect ([0-9]+)\.([0-9]):1( .*)?", "write `aspect {0}{1}:10{2}`"),
    (r"aspect ([0-9]+)[x/]([0-9]+)( .*)?", "write `aspect {0}:{1}{2}`"),
    (rf"crop ({SIDE_} )?([0-9]+)", "write `crop {0}{1}%`"),
    (rf"crop ({SIDE_}) {P},? (?:and )?({SIDE_}) {P}",
     "write `crop {0} {1}` and `crop {2} {3}`, each on its line"),
    (r"crop [0-9.]+:[0-9.]+:[0-9.]+:[0-9.]+", "write `crop top 10%`, and a line for each other side"),
    (rf"((?:blur|zoom|overlay) .*at) {P} {P}( .*)?", "write `{0} {1},{2}{3}`"),
    (rf"crop ({SIDE_}),? (?:and )?({SIDE_}) {P}",
     "write `crop {0} {2}` and `crop {1} {2}`, each on its line"),
    (r"crop (?:to )?([0-9]+:[0-9]+)", "write `aspect {0} fill`"),
    (r"(?:vertical|portrait|reels?|shorts?|tiktok|stories|story)(?: .*)?", "write `aspect 9:16 fill`"),
    (r"(?:square|instagram)(?: .*)?", "write `aspect 1:1 fill`"),
    (r"(?:letterbox|widescreen) ([0-9]+)\.([0-9]{2}):1", "write `aspect {0}{1}:100 fit`"),
    (r"(?:letterbox|widescreen) ([0-9]+:[0-9]+)", "write `aspect {0} fit`"),
    (r"(?:letterbox|widescreen)(?: .*)?", "write `aspect 16:9 fit`"),
    (r"(?:resize|scale|resolution|size|-s) ([0-9]+x[0-9]+|[0-9]+p)(?: .*)?", "write `export {0} mp4`"),
    (r"(?:fps|frame ?rate|framerate|-r) ([0-9]+)(?:fps)?", "write `export 1080p mp4 {0}fps`"),
    (r"stabili[sz]e .*", "write `stabilize`: how strongly is the service's choice"),
    (r"denoise .*", "write `denoise`: how strongly is the service's choice"),
    (r"(?:lut|color lut|lut3d) .*", "a LUT file is not applied: name the look, as in `color \"warm\"`"),
    (rf"(?:color|colour) (?:grade|correct(?:ion)?|grading|look) {S}( {P_})?", "write `color {0}{1}`"),
    (r"darken\b.*|(?:brightness|exposure|gamma) -.*", "write `color \"dark\" 40%`"),
    (r"(?:saturation|vibrance) -?(?:0|100)%?", "write `color \"black and white\"`"),
    (r"(?:brightness|exposure|gamma|lighten)\b.*", "write `color \"bright\" 40%`"),
    (r"contrast\b.*", "write `color \"high contrast\" 40%`"),
    (r"(?:saturation|vibrance)\b.*", "write `color \"vivid\" 40%`"),
    (r"(?:gr[ae]yscale|black ?(?:and|&) ?white|b&w|bw|desaturate|monochrome)\b.*",
     "write `color \"black and white\"`"),
    (r"sepia\b.*", "write `color \"sepia\"`"),
    (r"(?:mirror|hflip|vflip|flip)\b.*", _SAY),
    (r"(?:green ?screen|chroma ?key|keying|remove background$|background removal)\b.*", _SAY),
    (rf"(?:pip|picture[ -]in[ -]picture) {S}(?: {R})?",
     "write `overlay {1|0-3s} {0} at top-right size 25%`"),
    (rf"(?:pip|picture[ -]in[ -]picture) {R} {S}", "write `overlay {0} {1} at top-right size 25%`"),
    (rf"(?:logo|watermark|image|picture|photo|sticker) {S}",
     "write `overlay 0-end {0} at top-right size 15%`"),
    (rf"(?:logo|watermark|image|picture|photo|sticker) {S} {R}", "write `overlay {1} {0}`"),
    # ---- Texts ----
    (rf"(title|caption) {S} {T}{TO}{T}", "write `{0} {2}-{3s} {1}`"),
    (rf"(title|caption) {S} at {T} for {T}", "write `{0} {2}-{sum} {1}`"),
    (rf"(title|caption) {T}{TO}{T} {S}", "write `{0} {1}-{2s} {3}`"),
    (rf"(title|caption) {R} ([^\W\d][^\"'\\]*)", "put the text in quotes: `{0} {1} \"{2}\"`"),
    (rf"lower thirds? {R} (.*)", "write `lower-third {0} {1}`"),
    (rf"({TEXTS} {R_} {S_}) (bold|italic|uppercase)", "write `{0} style \"{1}\"`"),
    (rf"({TEXTS} {R_} {S_}) (?:bg|box|backdrop)(?: color)? {S}", "write `{0} background {1}`"),
    (rf"({TEXTS} {R_} {S_}) (?:stroke|border|edge)(?: color)? {S}", "write `{0} outline {1}`"),
    (rf"({TEXTS} {R_} {S_}) (?:drop|text|with|a) ?-?shadow", "write `{0} shadow`"),
    (rf"({TEXTS} {R_} {S_}) (?:color|in) ([a-z]+)", "write `{0} color \"{1}\"`"),
    (r"(?:drawtext|typewriter|text overlay|supers?)\b.*", 'write `title 0-3s "…"`'),
    (r"(?:auto[ -]?(?:captions?|subtitles?|subs)|transcri(?:be|pt|ption)|speech ?to ?text"
     r"|burn ?in|burn (?:the )?(?:captions|subtitles|subs))\b.*",
     "write `captions`"),
    (rf"(?:captions|subtitles?|subs) {S}", "write `captions from {0}`"),
    # ---- Sound ----
    (r"mute (?:the )?(?:audio|sound|video|all)", "write `mute`"),
    (r"(?:detach|unlink|separate|remove|strip|drop|delete) (?:the )?(?:audio|sound)",
     "write `mute` to silence the video, or `export audio mp3` for its sound"),
    (r"extract (?:the )?(?:audio|sound).*", "write `export audio mp3`"),
    (r"louder\b.*", "write `volume 150%`"),
    (r"quieter\b.*", "write `volume 60%`"),
    (rf"(?:voice ?-?over|narration|tts|text to speech) {S}", "write `voiceover {0}`"),
    (r"(?:noise reduction|(?:remove|reduce) (?:the )?(?:background )?(?:noise|hiss|hum)).*",
     "write `denoise`"),
    (r"(?:loudnorm|auto ?gain|match loudness|level audio|compressor)\b.*", "write `normalize`"),
    (r"music ([a-z-]+)", "put the mood in quotes: `music \"{0}\"`"),
    # ---- Delivery ----
    (r"(?:export|render)(?: (?:to|for))?(?: (?:mp4|video|h264|h\.264|movie|youtube|web|vimeo))*",
     "write `export 1080p mp4`"),
    (r"(?:export|render) (?:mp4 )?([0-9]+p|[0-9]+x[0-9]+)", "write `export {0} mp4`"),
    (r"(?:export|render) (?:to|for) (?:tiktok|reels?|shorts?|instagram)",
     "write `export 1080p mp4`, and `aspect 9:16 fill` above it"),
    (rf"(?:thumbnail|poster|screenshot|snapshot|still frame)(?: at)? {T}", "write `export frame {0s} png`"),
    (r"export (?:subtitles?|subs|captions) (srt|vtt)", "write `export captions {0}`"),
    (rf"(?:export|save|grab) (?:thumbnail|poster|still|screenshot|frame|image)(?: at)?(?: {T})?",
     "write `export frame {0s|3s} png`"),
    (r"(?:export|save) (?:mp3|sound|music|wav|audio)", "write `export audio mp3`"),
    (r"(?:export|save) (?:srt|subtitles?|subs|transcript|captions)", "write `export captions srt`"),
    # ---- A verb too many ----
    (r"(?:add|insert|put|make|apply|create|do|use|set) (?:an? |the )?"
     r"((?:title|caption|captions|lower-third|overlay|music|voiceover|sound|volume|speed|crop|rotate|color"
     r"|fade in|fade out|transition fade|aspect|stabilize|denoise|normalize)\b.*)", "write `{0}`"),
)  # fmt: skip


def cure_of(statement: str, first: Diagnostic) -> str:
    """The line that is probably meant by a statement that was refused, or nothing. `first` is the first
    thing that is wrong with it: a slip of the pen has a cure of its own."""
    text = " ".join(re.split(r"[ \t\n]+", statement.strip()))
    is_habit = first.code in _WORDS_AND_VALUES or first.message.endswith(_UNREAD)
    if not is_habit or len(text) > _LONGEST:
        return ""
    for pattern, cure in _compiled():
        if match := pattern.fullmatch(text):
            return _filled(cure, [group or "" for group in match.groups()])
    return ""


@cache
def _compiled() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern, re.IGNORECASE), cure) for pattern, cure in _ROWS)


def _filled(cure: str, found: list[str]) -> str:
    """The cure with what was matched: `{0}`, `{0s}` with the unit of a time, `{0h}` a hundred times as
    much, `{0|1s}` for what may be missing, the `sum` of the last two times, the `percent` of a speed."""

    def value(match: re.Match[str]) -> str:
        name, _, otherwise = match[1].partition("|")
        if name == "sum":
            return _sum(found[-2:])
        if name == "percent":
            return f"{float(found[0]) / 100:g}"
        group = found[int(name.rstrip("sh"))] or otherwise
        if name.endswith("h"):
            return f"{float(group) * 100:g}"
        return _with_unit(group) if name.endswith("s") else group

    filled = re.sub(r"\{([^{}]+)\}", value, cure)
    return _BARE_START.sub(r"\1s-", filled)


def _with_unit(time: str) -> str:
    return f"{time}s" if re.fullmatch("[0-9.]+", time) else time


def _sum(times: list[str]) -> str:
    """The end of what begins at the first time and lasts as long as the second."""
    try:
        return values.show_time(sum(values.read_time(_with_unit(time)) for time in times))
    except Invalid:
        return "end"
