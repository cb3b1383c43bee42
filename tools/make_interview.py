"""Make specs/media/interview.mp4 and, beside it, the pauses that are truly in it.

    python tools/make_interview.py [FOLDER]

Needs espeak-ng on the machine; the pictures are painted by `presenter`, the rest is done by the
ffmpeg inside imageio-ffmpeg.
"""

from talk import clip, media_folder, speech, write_pauses

# The pause before each sentence in milliseconds, and the sentence.
LINES = [
    (500, "Hello, and thank you for having me."),
    (750, "We started with three people, one camera, and a very small kitchen."),
    (1400, "Um, the first cut took us a whole weekend."),
    (900, "Every single pause had to be found by hand."),
    (2200, "Now we write down what the video should look like."),
    (1250, "The machine does the edit, and then we check what came back."),
    (1800, "If the title is missing, we know it before the client does."),
    (1100, "And that is the part that I like best."),
    (2600, "So, what will you make next?"),
]

if __name__ == "__main__":
    talk = speech(LINES, tail_ms=900)
    folder = media_folder()
    clip(talk, folder / "interview.mp4")
    write_pauses(talk, folder / "interview.pauses.json")
