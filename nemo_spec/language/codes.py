"""Every code that a diagnostic can have: what it means, why it is one, and the way out."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Code:
    """One code. `example` is a recipe that has the problem when `command` is run on it.

    The recipe is called `example.edit` and lies beside a ten-second clip `talk.mp4`.
    """

    title: str
    why: str
    cure: str
    example: str
    command: str = "check example.edit"


CODES: dict[str, Code] = {
    # ---- How it is written ----
    "E101": Code(
        "the recipe cannot be read",
        "The file is missing, is not text in UTF-8, is larger than any recipe (8 MB), or is a "
        "folder, a pipe or a device. A link that leads out of the project is not read either, nor a used "
        "file that is not called `.edit`: messages quote the recipe, and such a file may be private.",
        "Check the name. If an older editor saved the file, save it again as UTF-8.",
        "",
        "check exampel.edit",
    ),
    "E102": Code(
        "unknown verb",
        "Every statement begins with a verb, and this word is not one.",
        "Take the suggestion, or look for the verb in `nemo-spec help`. Ask for anything else "
        'with `say "…"`.',
        'titel 0-3s "Intro"\n',
    ),
    "E103": Code(
        "this does not belong here",
        "The verb has no such option, or takes no value of this kind.",
        "`nemo-spec help VERB` lists all that a verb takes.",
        'title 0-3s "Intro" centre\n',
    ),
    "E104": Code(
        "something is missing",
        "The verb, or one of its options, needs a value that is not there.",
        "Write the value; the message shows an example.",
        'title "Intro"\n',
    ),
    "E105": Code(
        "given twice",
        "An option or a value is given more often than the verb takes it, so it is unclear which one "
        "counts.",
        "Write it once. Where several are possible (`cut`, `keep`, `mute`, `join`) put commas between.",
        'music "lo-fi" volume 35% volume 50%\n',
    ),
    "E106": Code(
        "not a value",
        "Part of the line looks like a value but is not written as one.",
        "`nemo-spec help values` shows how times, ranges and texts are written. No space between a "
        "number and its unit; a digit before the point.",
        'title .5s-3s "Intro"\ntrim pauses longer than 1h\n',
    ),
    "E107": Code(
        "out of bounds",
        "A number is smaller or larger than the service can do, or than makes sense; or a text is too "
        "long once its variables are inserted.",
        "Stay within the bounds that the message names.",
        'music "lo-fi" volume 350%\n',
    ),
    "E109": Code(
        "an unterminated text",
        "A text begins and ends with the same quote, on one line.",
        r"Close it; for a line break inside a text write `\n`.",
        'title 0-3s "Intro at center\n',
    ),
    "E110": Code(
        "a wrong escape or brace",
        r"Inside a text `\` begins an escape and `{` a variable, and this is neither.",
        r"Write `\\` for a backslash, `{{` and `}}` for braces.",
        'title 0-3s "C:\\Videos"\ntitle 3-6s "{ }"\n',
    ),
    "E111": Code(
        "not in lower case",
        "Verbs, options and other words of the language are lower case, so that a recipe reads the same "
        "everywhere.",
        "Write the word as the message has it.",
        'Title 0-3s "Intro"\n',
    ),
    "E112": Code(
        "an incomplete verb",
        "Several verbs begin with this word.",
        "Write one of those that the message lists.",
        "trim longer than 1s\n",
    ),
    "W120": Code(
        "a line that probably should be indented",
        "A line that begins with white space continues the statement above. This one does not and is no "
        "statement of its own, but the statement above would take it as an option.",
        "Indent the line.",
        'title 0-3s "Intro"\nat center\n',
    ),
    # ---- Names ----
    "E201": Code(
        "unknown variable",
        "No `let` above this line defines the name.",
        "Define it with `let`, take the suggestion, or write `{{` where a plain brace is meant.",
        'let speaker = "Ada Lovelace"\nlower-third 4-8s "{speeker}"\n',
    ),
    "E203": Code(
        "a name defined twice",
        "Two `let`, or two `clip`, have the same name.",
        "Rename one of them.",
        'let intro = 3s\nlet intro = 4s\ntitle first $intro "Hello"\n',
    ),
    "W204": Code(
        "an unused name",
        "A variable is defined but never used, often because its name is misspelled.",
        "Delete it, or use it as `$name` or `{name}`.",
        'let speaker = "Ada Lovelace"\ntitle 0-3s "Intro"\n',
    ),
    "E205": Code(
        "`--set` does not fit",
        "The command line sets a name that the recipe does not define, or sets it to another kind of "
        "value than the recipe does.",
        "Write `--set name=value` with a name of the recipe, and the value as the recipe writes it.",
        'let intro = 3s\ntitle first $intro "Hello"\n',
        "check example.edit --set intro=long",
    ),
    # ---- Times and contents ----
    "E210": Code(
        "a range that ends before it begins",
        "The second time of a range must be the later one.",
        "Swap the two times.",
        'title 5-3s "Intro"\n',
    ),
    "E211": Code(
        "outside the timeline",
        "The time lies after the end of the video, as the statements above leave it.",
        "Every time is a time on the timeline that the statements above leave. Move the statement up, or "
        "take an earlier time.",
        'clip talk "talk.mp4"\ncut 0-4s\ntitle 8-10s "The end"\n',
    ),
    "E212": Code(
        "more kept than a pause holds",
        "`keep` stays on either side of a cut, so twice as much must fit into the shortest pause.",
        "Keep at most half of `longer than`.",
        "trim pauses longer than 0.3s keep 0.2s\n",
    ),
    "W212": Code(
        "a range that ends after the video",
        "The range begins inside the video and ends after it; what is after the end is ignored.",
        "Write `end` instead of the time, or an earlier time.",
        'clip talk "talk.mp4"\ntitle 8-12s "Thank you"\n',
    ),
    "W213": Code(
        "an edit that shifts what is above it",
        "Texts, overlays and sounds move with the picture when it is cut. Those on a part that is removed "
        "are removed too.",
        "Cut first and add texts afterwards; or leave it if the text should move along.",
        'clip talk "talk.mp4"\ntitle 6-9s "Results"\ncut 0-4s\n',
    ),
    "E213": Code(
        "nothing is left",
        "The ranges cover the whole video.",
        "Leave a part of it, or write `keep` instead of `cut`.",
        'clip talk "talk.mp4"\ncut 0-6s, 5s-end\n',
    ),
    "E214": Code(
        "an empty text",
        "A text with nothing visible in it can neither be shown nor found in the draft.",
        "Write the text, or delete the statement.",
        'title 0-3s ""\n',
    ),
    "W214": Code(
        "texts on top of each other",
        "Two titles, captions or lower thirds are at the same place at the same time.",
        "Give one of them another place with `at`, or another range.",
        'title 0-5s "Interview"\ntitle 3-8s "Part one"\n',
    ),
    "W215": Code(
        "two pieces of music at once",
        "The ranges of two pieces of music overlap, and both are heard.",
        "Give each its own range. Without a range music lasts the whole video.",
        'music "lo-fi" 0-60s\nmusic "epic" 50-90s\n',
    ),
    # ---- Order ----
    "W216": Code(
        "what was hidden comes back",
        "A later line sets the level of sound that `mute` or `bleep` has silenced, or moves the picture "
        "under a `blur`, which stays where it is: what nobody should hear or see is heard or seen.",
        "Write the line above the one that hides something, or name ranges around it.",
        'clip talk "talk.mp4"\nbleep 3-4s\nvolume 80%\n',
    ),
    "E220": Code(
        "a statement out of order",
        "`clip` and `language` come before the first edit, `export` after the last one.",
        "Move the line.",
        "export 1080p mp4\ntrim pauses\n",
    ),
    "E221": Code(
        "a statement that is allowed once",
        "A recipe has one `language` and at most one `join`, and the `join` is the first edit.",
        "Delete one of them, or move the `join` up.",
        'clip a "talk.mp4"\ntrim pauses\njoin a\n',
    ),
    # ---- Other files ----
    "E230": Code(
        "recipes that use each other",
        "A file is used by a file that it uses itself, or files are used more than 20 deep, or more than "
        "200 times.",
        "Put what both need into a third file.",
        'use "circle.edit"\n',
    ),
    "E231": Code(
        "no such file",
        "A recipe, clip, picture, sound or subtitle file is not where the recipe says.",
        "Check the path. It starts at the folder of the recipe that names it.",
        'overlay 0-5s "lgo.png"\n',
    ),
    "E232": Code(
        "a used file outside the project",
        "A recipe can use files of its own project only.",
        "Copy the file into the project. Its root is the nearest folder above the recipe with "
        "`.nemo-spec/` or `.git` in it, else the recipe's own folder.",
        'use "../brand.edit"\n',
    ),
    "E233": Code(
        "not in a used file",
        "A used file holds `let`, `use` and edits. Clips, checks and exports belong to the recipe "
        "itself.",
        "Move the line into the recipe.",
        'use "with-export.edit"\n',
    ),
    "E234": Code(
        "not a subtitle file",
        "Captions come from an SRT, WebVTT, SSA or ASS file: lines of times, and the words that are shown "
        "then. It is read as UTF-8 unless it begins with a byte order mark, or `encoding` says otherwise.",
        "Export the subtitles as .srt in UTF-8, or name their encoding.",
        'captions from "notes.srt"\n',
    ),
    "W234": Code(
        "markup that captions cannot keep",
        "The subtitle file says more of the look of its captions than `captions` can, such as italics for "
        "one word, or a place in pixels. The text is kept without it.",
        "Leave it, or say with `at`, `style`, `color`, `size` and `font` how all captions look.",
        'captions from "styled.srt"\n',
    ),
    # ---- Clips ----
    "E240": Code(
        "clips and names do not match",
        "`join` names a clip that no `clip` defines, or the command line has more or fewer clips than "
        "the recipe names.",
        "Write one `clip NAME` for each, and give the files in the same order.",
        'clip wide "talk.mp4"\njoin wide, close\n',
    ),
    "E241": Code(
        "two clips with the same file name",
        "The service tells uploaded files apart by their names, without the folder.",
        "Rename one of the files.",
        'clip a "talk.mp4"\nclip b "day2/talk.mp4"\n',
    ),
    "W241": Code(
        "a clip that is not joined",
        "The recipe names a clip that its `join` leaves out, so it does not appear in the video.",
        "Add it to the `join`, or delete its `clip` line.",
        'clip wide "talk.mp4"\nclip close "close.mp4"\njoin wide\n',
    ),
    "E242": Code(
        "`for` after a video",
        "`clip … for T` says how long a picture is shown. A video has its own length.",
        "Shorten a video with `keep 0-5s`.",
        'clip talk "talk.mp4" for 5s\n',
    ),
    "E243": Code(
        "not a file that can be used",
        "The file is not a video, picture or sound that the service takes, or it is too large, empty, or "
        "not a regular file.",
        "Convert it, for example to mp4, png or mp3.",
        'clip talk "talk.docx"\n',
    ),
    "E244": Code(
        "a sound track that is not there",
        "`clip … audio N` chooses one of the sound tracks of a file, counted from 1.",
        "Name a track that the file has, or leave `audio` out: then its default track is heard.",
        'clip talk "talk.mp4" audio 3\n',
    ),
    "W244": Code(
        "nothing to hear",
        "Pauses are found in the sound of a clip. This one has no sound, or nothing in it is loud enough "
        "to be speech, so that no pauses are cut.",
        "Delete the line, or name a clip that has speech.",
        'clip shot "silent.mp4"\ntrim pauses\n',
    ),
    "W245": Code(
        "clips of different lengths",
        "A split screen ends with the shorter of its two clips. The rest of the longer one is not shown.",
        "Leave it so, or bring the clips to one length.",
        'clip before "talk.mp4"\nclip after "close.mp4"\nsplit-screen before, after\n',
    ),
    # ---- Delivery ----
    "E250": Code(
        "an export that is not possible",
        "The service renders mp4 files up to 1920x1080, or 1080x1920, in the shape of the video.",
        "Write `1080p mp4`. For another shape put `aspect 9:16` above the export.",
        "export 4k mp4\n",
    ),
    "E251": Code(
        "two exports to one file",
        "The second would overwrite the first.",
        'Name one of them with `to "…"`.',
        "export 1080p mp4\nexport 1080p mp4 low\n",
    ),
    "E252": Code(
        "an export outside the project",
        "Files are written into the project only.",
        "Remove the `..` from the path, or give the place on the command line with `-o`.",
        'export 1080p mp4 to "../final.mp4"\n',
    ),
    "E253": Code(
        "`-o` with several exports",
        "`-o` names one file, and the recipe has more exports or none.",
        'Write `to "…"` after each export instead.',
        "export 1080p mp4\nexport 720p mp4\n",
        "apply example.edit talk.mp4 -o final.mp4",
    ),
    "E254": Code(
        "a file that cannot be written",
        "Nothing is sent before it is certain that the result can be saved, and this file cannot be.",
        "Name a file, not a folder, in a place where you may write.",
        "export 1080p mp4\n",
        "apply example.edit talk.mp4 -o day2",
    ),
    "E255": Code(
        "an export over a file that the recipe reads",
        "The export, a saved plan or a report would overwrite a recipe, clip, picture, sound or "
        "subtitle file that this very recipe reads, by this name or by another one, a link or a hard link.",
        "Name another file.",
        'clip talk "talk.mp4"\ncut first 1s\nexport 720p mp4 to "talk.mp4"\n',
    ),
    # ---- Checks ----
    "E260": Code(
        "a check that cannot be met",
        "What the statements do contradicts the `expect`, whatever the service answers.",
        "One of the two is wrong: change the edit, or the `expect`.",
        'clip talk "talk.mp4"\nkeep 2-8s\nexpect duration > 8s\n',
    ),
    "W270": Code(
        "too vague",
        "Nobody can check whether this was done, and the service does something else every time.",
        "Say what is to be seen or heard, and when; or use the edits that the message names.",
        'say "Make it look more professional."\n',
    ),
    "W271": Code(
        "a file in the place of a name",
        "`color` takes the name of a look, `music` a mood, `sound` the name of a sound, `voiceover` what "
        "is to be said. A file that is named there is not uploaded: the service reads its name as a word.",
        "Write `music from` for a sound file. Apply a `.cube` to the clip before it is uploaded.",
        'color "film.cube" 60%\n',
    ),
    "E280": Code(
        "no cut for the transition",
        "A transition leads from one segment of the video into the next, so it needs a cut there.",
        "Take one of the times that the message names, or make a cut with `split at …`.",
        'clip talk "talk.mp4"\ntransition fade 0.5s at 4s\n',
    ),
    # ---- Offline ----
    "W290": Code(
        "a character without a font",
        "The bundled mock draws with fonts of its own and with those of this machine, and none has the "
        "character. A plain box is drawn in its place. The service has fonts of its own.",
        "Install a font that has it, or write another character.",
        'title 0-3s "Hello \\u{378}"\n',
        "plan example.edit --offline",
    ),
    "W291": Code(
        "a font that is not here",
        "The bundled mock knows its own fonts and those of this machine. The service has fonts of its own, "
        "and may have this one.",
        "Install the font, or take the one that the message names.",
        'title 0-3s "Hello" font "No Such Font"\n',
        "plan example.edit --offline",
    ),
}
