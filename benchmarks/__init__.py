"""Every figure against its yardstick, in one run: `make bench`, or `make bench ONLY=name`.

How to add a figure:

1. Put it into the module of its group (`benchmarks/startup.py`, `transfer.py`, `media.py`, …), or
   make a new module. Every module of this package that has a list called `FIGURES` is found.
2. Write a generator of pairs `(candidate, yardstick)`, both measured in the same round:

       def music_only() -> Pairs:
           clip = cached("one-minute.mp4", make_clip)     # made once, kept in an ignored folder
           yield from interleaved(lambda: render(clip), lambda: reencode(clip), rounds=5)

       FIGURES = [
           Figure("music-only", "a recipe that only adds music, 60 s of 720p",
                  "a full re-encode of the same clip", AtLeast(5), music_only),
       ]

   `interleaved` times two functions in turns, after one untimed round of both. A generator may just
   as well yield pairs of its own making: seconds per statement, bytes per second, whatever divides.
3. `AtMost(1.2)` holds candidate ÷ yardstick to a limit. `AtLeast(5)` holds yardstick ÷ candidate:
   how many times as fast the candidate is.  `AtMost(120, unit="MB")` holds the candidate alone; the
   generator yields `(peak, 1.0)`. The median is shown; the quartile on the side of the limit decides.
   Where one side is a program, so is the other: `process.run` and `process.script` start both alike,
   from bytecode, and `process.peak` is what a process ever held.
4. Five pairs or more, within a minute on a quiet machine, and all figures within fifteen. Slow figures
   take smaller material instead; say its size in `what`. What only long material can show is `long=True`:
   measured when it is named, once.
5. What is used of the product beside its commands goes through `benchmarks/internals.py`, and nowhere
   else: a renaming of its insides is followed there.
6. A peer that is no dependency of the product comes from `peers.python("moviepy==2.1.2")`: the
   interpreter of an environment of its own. What cannot be had raises `Unavailable("why")`; the
   table then says so.

`benchmarks/RESULTS.md` keeps the last result of each figure on one machine; `ONLY` (names of figures
or of groups, separated by commas) replaces just those rows, as long as machine, rules and figures are the
same.

`python -m benchmarks --against DIR` is another thing: a handful of commands, run with the code of this
checkout and with that of another one in turns.
"""
