"""What was done is held against the words of the message; the wrong deeds are made up here."""

from __future__ import annotations

from typing import Any

import pytest
from support.agent_dialogue import Dialogue
from support.agent_views import UNTOUCHED, draft_of

from mock_server.agent.execution import attempts, executor
from mock_server.agent.execution.memory import drafts
from mock_server.agent.reading.message import read
from mock_server.agent.second_look import gainsays

TITLE, LOGO, SONG = "title 'Hi' 2-5", "overlay logo.png 0-60", "music song.mp3 0-60"
TWO, THREE = "talk 0-30; b 0-20", "talk 0-20; b 0-20; talk 40-60"
WRONG = [
    # a text that is there already
    (TITLE, "“Hi”这个标题挪到第20秒出现", f"{TITLE}; title 'Hi' 20-23"),
    # a layer that is named, and not touched
    (SONG, "the music is lovely, make it louder", f"talk 0-60 vol=1.25; {SONG}"),
    (SONG, "音乐大声一些，20%", f"talk 0-60 vol=1.2; {SONG}"),
    ("", "mute it and put the logo there", "talk 0-60 vol=0"),
    # one range for two
    ("", "Between 10 and 14 the title 'A', and logo.png", "title 'A' 10-14; overlay logo.png 0-60"),
    ("", "10到14秒标题“A”，还有logo.png", "title 'A' 10-14; overlay logo.png 0-60"),
    ("", "5 to 9 s the title 'A' and a ding", "title 'A' 5-9; sound 'ding' 0-1"),
    ("", "5 to 9 s the caption 'A' and half the volume", "talk 0-60 vol=.5; caption 'A' 5-9"),
    # one of several clips
    (TWO, "mute that clip", "talk 0-30 vol=0; b 0-20 vol=0"),
    (TWO, "其中一段静音", "talk 0-30 vol=0; b 0-20 vol=0"),
    # a part that is kept, and one that is changed
    ("", "Keep the first 10 seconds and mute the last 10.", "talk 0-10 vol=0"),
    # what comes behind something else, or at a share of the video
    ("", "At 20 s play a ding, then add 'A' for 3 s", "sound 'ding' 20-21; title 'A' 0-3"),
    ("", "Mute until 0:10, then play song.mp3.", f"talk 0-10 vol=0; talk 10-60; {SONG}"),
    ("", "Two thirds through, play a ding.", "sound 'ding' 0-1"),
    ("", "From the third quarter on, mute it", "talk 0-30; talk 30-45 vol=0; talk 45-60"),
    ("", "'A' from 5 to 10, and mute the clip after that", "talk 0-60 vol=0; title 'A' 5-10"),
    (TITLE, "Throughout the title, mute the clip.", "talk 0-60 vol=0; title 'Hi' 0-60"),
    # a fade of each, of what is not there, of the sound
    ("", "'A' 0-4 s, 'B' 5-8 s, each fading in", "title 'A' 0-4; title 'B' 5-8 fade_in=1"),
    ("", "Fade out song.mp3 at 20 seconds.", "music song.mp3 20-60 fade_out=1"),
    ("", "Mute the first 5 s, then fade it in", "talk 0-5 vol=0 fade_in=1; talk 5-60"),
    # what is put in, and what was there
    ("", "Append b.mp4 and mute the talk.", "talk 0-60 vol=0; b 0-20 vol=0"),
    ("", "Append b.mp4 and cut the last 5 seconds of the talk.", "talk 0-60; b 0-15"),
    ("", "Insert b.mp4 at 10 and show the logo", "talk 0-60; b 0-20; overlay logo.png 0-80"),
    (
        TWO,
        "Rotate the second clip and insert b.mp4 before it.",
        "b 0-20; talk 0-30; b 0-20 rotate=90",
    ),
    (TITLE, "Remove the title and put the logo in its place.", LOGO),
    ("", "Append the logo for 3 seconds.", "overlay logo.png 0-3"),
    ("", "Append b.mp4 and fade in over 1.", "talk 0-60 fade_in=1; b 0-20"),
    ("", "Freeze at 20 for 3 s but keep the sound", "talk 0-20; talk 20-20 freeze d=3; talk 20-60"),
    # a style of music
    ("", "Show 'jazz' from 10 to 40 seconds.", "title 'jazz' 10-40"),
    # the other way
    ("talk 0-60 vol=.5", "make it louder", "talk 0-60 vol=.4"),
    ("", "speed it up so that it runs faster", "talk 0-60 speed=.5"),
    ("title 'Hi' 2-5 size=90", "the title bigger", "title 'Hi' 2-5 size=80"),
    (f"{SONG} fade_out=2", "音乐结尾的淡出再长一倍", f"{SONG} fade_out=1"),
    (TITLE, "show the title earlier", "title 'Hi' 4-7"),
    # what is to stay
    (TITLE, "标题晚2秒出现，结束时间不变", "title 'Hi' 4-7"),
    (f"{SONG} vol=.5", "fade the music in, volume unchanged", f"{SONG} fade_in=2"),
    # what is named and has not changed
    ("", "5到8秒黑白，静音", "talk 0-5; talk 5-8 color.name='black and white'; talk 8-60"),
    ("", "fade it out and rotate it by 90 degrees", "talk 0-60 rotate=90"),
    ("", "title 'A' 0-3 in red", "title 'A' 0-3"),
    ("", "title 'A' 0-3 at the bottom", "title 'A' 0-3 pos=top"),
    # a figure that is nowhere
    ("", "标题“秋日”，5秒出来，停4秒", "title '秋日' 0-4"),
    (SONG, "the music to 20%", f"{SONG} vol=.8"),
    # a share of something else
    (
        "",
        "左下角挂logo，半透明，50%就好",
        "overlay logo.png 0-60 pos=bottom-left opacity=.5 scale=.5",
    ),
    # a reason
    ("", "wind noise all along, silence the video", "talk 0-60 denoise vol=0"),
    # another video, hearsay, a condition, what is taken back
    (TITLE, "在同事的项目里，把标题删掉", ""),
    ("", "老师常说，剪掉前5秒", "talk 5-60"),
    ("", "假使客户嫌吵，就静音", "talk 0-60 vol=0"),
    ("", "静音，我发错窗口了", "talk 0-60 vol=0"),
    ("", "Mute it. Wrong window, sorry.", "talk 0-60 vol=0"),
    ("", "On Friday, mute the video", "talk 0-60 vol=0"),
    # what no value can be
    ("", "在10秒处加标题“A”，显示-3秒", "title 'A' 10-13"),
    (LOGO, "logo的透明度调到500%", f"{LOGO} opacity=0"),
    # said of one, done to another
    (
        TWO,
        "cut the first 5 seconds of the second clip, then mute it",
        "talk 0-30 vol=0; b 5-20 vol=0",
    ),
    (
        "",
        "make the first 20 seconds faster and mute the rest",
        "talk 0-20 speed=2 vol=0; talk 20-60",
    ),
    (
        "",
        "标题“A”和人名条“B”都从2到6秒，标题用红色",
        "title 'A' 2-6 color=red; lower-third 'B' 2-6 color=red",
    ),
    ("", "add the title 'A' and the logo from 5 to 10", "title 'A' 5-10; overlay logo.png 0-60"),
    # one end, not the other
    ("", "it should last 50 s, remove what is too much from the beginning", "talk 0-50"),
    # whose fade is it?
    (
        "",
        "静音，配爵士乐，结尾淡出2秒，0到3秒标题“A”",
        "talk 0-60 vol=0; music 'jazz' 0-60 fade_out=2; title 'A' 0-3",
    ),
    ("", "fade the picture in and the sound out", "talk 0-60 fade_in=1 fade_out=1"),
    # no order
    (TITLE, "刚才那个标题是红色的吗？", "title '红色的' 2-5"),
    (TITLE, "is the title red?", "title 'Hi' 2-5 color=red"),
    ("", "tomorrow I cut the first 5 seconds", "talk 5-60"),
    ("", "昨天我把前5秒剪了", "talk 5-60"),
    # a way in front of a clip that is put in
    ("", "In sepia, insert b.mp4 at the start", "b 0-20; talk 0-60 color.name=sepia"),
    ("", "Without sound, play b.mp4 at the end", "talk 0-60; b 0-20"),
    ("", "Every ten seconds, play a ding", "sound 'ding' 0-1"),
    # of whose fades
    (SONG, "Both fades 2 seconds", f"talk 0-60 fade_in=2 fade_out=2; {SONG}"),
    (f"{SONG} fade_in=1", "make the fades 2 seconds", f"talk 0-60 fade_in=2; {SONG} fade_in=1"),
    (
        SONG,
        "Give the video a one-second fade in and the music a two-second one",
        "talk 0-60 fade_in=1; music 'song.mp3' 0-2",
    ),
    # what comes again, or in its place
    (TITLE, "The title once more from 40 to 50", "title 'Hi' 40-50"),
    (TITLE, "Show another title 'Ho' in its place", f"{TITLE}; title 'Ho' 2-5"),
    (
        "overlay 'logo.png' 0-60 pos=top",
        "Give the logo a fade in of 1 second",
        "overlay 'logo.png' 0-60 pos=top; overlay 'logo.png' 0-60 fade_in=1",
    ),
    # a time in front of two things
    (
        "",
        "At 40 seconds, start song.mp3 and show the logo",
        "music 'song.mp3' 40-60; overlay 'logo.png' 0-60",
    ),
    (
        "",
        "Append b.mp4 and put the title 'Part 2' on its first 3 seconds",
        "talk 0-60; b 0-20; title 'Part 2' 0-3",
    ),
    (
        "",
        "the title 'A' for the first 10 seconds and 'B' for the following 10 seconds",
        "title 'A' 0-10; title 'B' 0-10",
    ),
    # what is said of a part
    ("", "别剪前10秒，把音量调到50%", "talk 0-10 vol=.5; talk 10-60"),
    ("", "前10秒别剪，静音就行，最后10秒剪掉。", "talk 0-50 vol=0"),
    ("", "前10秒先留着", "talk 0-10"),
    ("", "后10秒没有颜色", "talk 0-50; talk 50-60"),
    (
        "",
        "Lower thirds 'Anna' and 'Ben', with the subtitles 'CEO' and 'CTO'",
        "lower-third 'Anna' 5-9; lower-third 'Ben' 20-24; caption 'CEO' 0-3",
    ),
    ("", "Add jazz at 0.2", "music jazz 0.2-60"),
    (
        "talk 0-20; talk 20-40; talk 40-60",
        "Drop the middle clip and run the last one at double speed.",
        "talk 0-20; talk 20-40 speed=.5; talk 40-60",
    ),
    (
        "overlay logo.png 57-60",
        "Make it 6 seconds, and fade it out over 1 second.",
        "overlay logo.png 57-60 fade_out=1",
    ),
    ("", "人名条下面再加一行“设计师”", "lower-third '设计师' 0-3"),
    (
        "lower-third '刘洋' 0-3 sub='老师'",
        "下面再加一行“校长”",
        "lower-third '刘洋' 0-3 sub='校长'",
    ),
    (TITLE, "标题下面再加一行“乙”", f"{TITLE}; title '乙' 0-3 pos=bottom"),
    (TITLE, "降噪、防抖，这两个都删掉", "talk 0-60 denoise stabilize"),
    # for a while, and the next one, and the one that is spared
    (SONG, "Music at 20%, but just between 10 and 20.", "music song.mp3 10-20 vol=.2"),
    (LOGO, "前10秒logo大一点", "overlay logo.png 0-10 scale=.3"),
    (
        "talk 0-20; b 0-20; talk 30-60",
        "Delete the first clip and the next one.",
        "b 0-20; talk 30-60",
    ),
    (TWO, "降噪，b.mp4不用", "talk 0-30 denoise; b 0-20 denoise"),
    (TWO, "Double speed, b.mp4 stays.", "talk 0-30 speed=2; b 0-20 speed=2"),
    (SONG, "The music not so loud, 30%.", "talk 0-60; music song.mp3 0-60 vol=.7"),
    (TWO, "Put b.mp4 first, twice.", "b 0-20 speed=2; talk 0-30"),
    (TITLE, "The title is too big, smaller, the second one.", "title 'Hi' 2-5 size=50"),
    ("", "Drop the first 4 seconds, set the clip to 80% volume.", "talk 0-4 vol=.8; talk 4-60"),
    ("", "剪掉开头4秒，音量80%", "talk 0-60 vol=.8"),
    (
        "talk 0-60 fade_in=1 fade_out=3",
        "I want the fade in gone, the fade to black stays.",
        "talk 0-60 fade_out=1",
    ),
    ("", "第5秒来一声叮，同时出标题“答对了”，8秒消失", "sound '叮' 5-8; title '答对了' 5-8"),
    (f"{SONG} vol=.8", "太多了，0.6就好", f"{SONG} vol=.402"),
    (
        "",
        "Mute the clip from 10 until 5 seconds before the end.",
        "talk 0-50; talk 50-55 vol=0; talk 55-60",
    ),
    ("", "Play a 'whoosh' when the video starts and a 'ding' at 0:30.", "sound 'whoosh' 30-31"),
    (
        "title 'Hi' 12-15",
        "Slow the clip to half and keep the title at 12.",
        "talk 0-60 speed=.5; title 'Hi' 12-18",
    ),
    ("talk 0-60; b 0-20", "Crossfade into b over a second.", "talk 0-60; b 0-20 tr.d=1; b 0-20"),
    ("", "Write 'The end' on black over the last 3 seconds.", "title 'The end' 57-60 color=black"),
    (
        "",
        "Logo from 5 to 10, then a title 'Hi' for 3 seconds.",
        "overlay logo.png 5-10; title 'Hi' 0-3",
    ),
    (
        "",
        "Silence for the first five seconds, then music 'jazz'.",
        "talk 0-5 vol=0; talk 5-60; music 'jazz' 0-60",
    ),
    ("", "Fade out 2. Mute.", "talk 0-60 fade_out=1 vol=0"),
    (
        SONG,
        "A two second fade out for picture and music.",
        f"talk 0-60 fade_out=2; {SONG} fade_out=1",
    ),
    ("talk 0-60; b 0-20", "A two second fade in on talk and b.", "talk 0-60; b 0-20 tr.d=2"),
    (
        "overlay logo.png 0-60 pos=top-left",
        "The last fifteen seconds go.",
        "overlay logo.png 45-60 pos=top-left",
    ),
    (
        "",
        "From 0:40 to 0:50 blur the picture and show 'Spoiler'.",
        "effect blur 40-50 pos=center scale=1; title 'Spoiler' 0-3",
    ),
    ("overlay logo.png 0-60 pos=bottom-right", "换到左边。", "overlay logo.png 0-60 pos=left"),
    ("talk 0-60 speed=.5", "不对，只慢最后二十秒。", "talk 0-40; talk 40-60 speed=.75"),
    ("", "Show the logo for ten seconds up to 0:30.", "overlay logo.png 10-30"),
    ("", "Mute the five seconds up to 0:20.", "talk 0-5; talk 5-20 vol=0; talk 20-60"),
    (TITLE, "Add 'Ho' three seconds after the title.", f"{TITLE}; title 'Ho' 5-8"),
    (
        TITLE,
        "Show the logo for 5 seconds before the title appears.",
        f"{TITLE}; overlay logo.png 5-60",
    ),
    (TITLE, "Show 'World' with the title.", f"{TITLE}; title 'World' 0-3"),
    (
        "title 'A' 3-6 size=100; title 'B' 10-14 size=60",
        "Make A half the size of B.",
        "title 'A' 3-6 size=100; title 'B' 10-14 size=30",
    ),
    (
        "title 'A' 3-6; title 'B' 10-14",
        "Let 'A' last twice as long as 'B'.",
        "title 'A' 3-9; title 'B' 10-14",
    ),
    ("title 'Hi' 10-14", "Show the title for another 2 seconds.", "title 'Hi' 10-12"),
    ("title 'Hi' 10-14", "Show the title to the end.", "title 'Hi' 56-60"),
    ("title 'Hi' 10-14", "Start the title at 8 and keep the end.", "title 'Hi' 8-12"),
    ("overlay logo.png 20-40", "Only show the logo from 0:25 on.", "overlay logo.png 25-60"),
    (SONG, "Mute the clip, and the music from 30 on.", "talk 0-60 vol=0; music 'song.mp3' 30-60"),
    (
        TWO,
        "Crop b by 10% on the left and talk on the right.",
        "talk 0-30; b 0-20 crop_left=.1; overlay talk.mp4 0-50 pos=right",
    ),
    (TWO, "Trim both clips to 10 seconds.", "talk 0-10"),
    (TWO, "Fade both clips out.", "talk 0-30; b 0-20 fade_out=1"),
    (TWO, "Add a black screen instead of the last ten seconds.", "talk 0-30; b 0-20; talk 30-40"),
    # told by its time, or for so long only
    (SONG, "音乐从10秒开始，到50秒", "music song.mp3 0-50"),
    (LOGO, "logo显示到倒数5秒", "overlay logo.png 55-60"),
    (LOGO, "logo留到一半", "overlay logo.png 0-60 scale=.5"),
    (f"{TWO}; {LOGO}", "第二段去掉logo", "talk 0-30"),
    (f"{TWO}; {TITLE}", "最后一段的标题删掉", TWO),
    (
        f"{TWO}; caption 'A' 5-8; caption 'B' 25-28",
        "第一段字幕删掉",
        f"{TWO}; caption 'B' 25-28",
    ),
    (LOGO, "20秒之前logo挪到右上角", "overlay logo.png 0-20 pos=top-right"),
    (TITLE, "2秒的标题改成红色", "title 'Hi' 2-4 color=red"),
    ("title 'Hi' 25-28", "10秒之前的标题改成蓝色", "title 'Hi' 25-28 color=blue"),
    ("", "静音前10秒，改成前5秒", "talk 0-5 vol=0; talk 5-10 vol=0; talk 10-60"),
    ("", "剪掉最后10秒，应该最后5秒", "talk 0-50"),
    ("", "不用全部静音，只要前10秒", "talk 0-10"),
    # a text that is quoted alone, what goes for another, how big it is, and when it comes
    ("", "加“你好”", "music '你好' 0-60"),
    ("music 'jazz' 0-60", "别用爵士了，用钢琴", "music 'jazz' 0-60; music 'piano' 0-60"),
    ("talk 0-60 fade_out=2", "不要淡出，要淡入", "talk 0-60"),
    ("talk 0-60 speed=2", "改成慢动作", "talk 0-60 speed=1.5"),
    ("", "加爵士乐，特别小声", "music 'jazz' 0-60 vol=1.5"),
    ("", "左下角加小字“广告”", "title '广告' 0-3 pos=bottom-left"),
    ("", "时长变成两倍", "talk 0-60 speed=2"),
    ("talk 0-60 vol=.5", "音量变成两倍", "talk 0-60 vol=2"),
    ("voiceover 'A' 1-3", "旁白放到结尾", "voiceover 'A' 1-60"),
    ("title 'A' 10-13", "标题晚一点，20秒再出", "title 'A' 30-33"),
    ("", "第5秒、第15秒显示“你好”", "title '你好' 5-20"),
    ("", "开头标题“一”，中间标题“二”", "title '一' 0-3; title '二' 57-60"),
    (TITLE, "10秒再来一个标题", "title 'Hi' 2-12"),
    (SONG, "声音都不要", f"talk 0-60 vol=0; {SONG}"),
    ("", "从song.mp3的第30秒开始放", "music song.mp3 30-60"),
    (TITLE, "标题从左边进来", f"{TITLE} pos=left"),
    ("", "加双语字幕", "caption '[语音 1]' 0-60"),
    # what is told by the one that is there
    ("title 'Hi' 10-13 color=red", "And 'Ho' at 0:20, same colour.",
     "title 'Hi' 10-13 color=red; title 'Ho' 20-23"),
    ("", "'A' 5-8 at the bottom and 'B' 10-13, same place.", "title 'A' 5-8 pos=bottom; title 'B' 10-13"),
    ("sound 'ding' 5-6 vol=.3", "And a 'pop' at 0:10, same volume.",
     "sound 'ding' 5-6 vol=.3; sound 'pop' 10-11"),
    ("title 'Hi' 0-3 size=60", "And 'Ho' at 0:20, smaller.",
     "title 'Hi' 0-3 size=60; title 'Ho' 20-23 size=90"),
    (TITLE, "Then a title 'Ho' for 3 seconds.", f"{TITLE}; title 'Ho' 0-3"),
    ("", "Caption 'A' from 2 to 4, then a caption 'B' for 2 seconds.",
     "caption 'A' 2-4; caption 'B' 0-2"),
    (LOGO, "I want a second logo bottom right.", "overlay logo.png 0-1 pos=bottom-right"),
    (TITLE, "The title is 'Ho', not 'Hi'.", f"{TITLE}; title 'Ho' 0-3"),
    # what is put beside the one it is to change
    ("caption 'Tank you all' 3-6", "There's an h missing, it's 'Thank you all'.",
     "caption 'Tank you all' 3-6; title 'Thank you all' 0-60"),
    ("title 'Hello world' 2-5", "Capital W in 'World'.", "title 'Hello world' 2-5; title 'World' 0-3"),
    (TITLE, "Add 'again' at the end of the title.", f"{TITLE}; title 'again' 57-60"),
    ("music 'jazz' 0-60", "Just song.mp3 as music.", f"music 'jazz' 0-60; {SONG}"),
    ("caption 'A' 2-4", "Actually, caption 'B' from 2 to 4.", "caption 'A' 2-4; caption 'B' 2-4"),
    (TITLE, "Show the title at the end as well, for 5 seconds.", "title 'Hi' 55-60"),
    ("title '你好世界' 2-5", "“世界”两个字红色", "title '你好世界' 2-5; title '世界' 0-3 color=red"),
    ("title 'Hi' 0-3", "Put the logo and the title in the top left corner.",
     "title 'Hi' 0-3 pos=top-left; overlay logo.png 0-60"),
    # a level that is told by its end is no length
    ("", "Crank the volume up to 2.", "talk 0-2 vol=1.5; talk 2-60"),
    ("talk 0-60 speed=.5", "Make it four times as fast as it is now.", "talk 0-60 speed=4"),
    (TWO, "Reverse the clips.", "b 0-20 reverse; talk 0-30 reverse"),
    # Chinese: about so many, a rider behind the thing, two complaints, whose fade
    ("", "剪掉前两三秒", "talk 23-60"),
    ("", "音量+10", "talk 0-60 vol=.1"),
    ("", "一倍速", "talk 0-60 speed=2"),
    ("", "加标题“你好”，最后出来", "title '你好' 0-3"),
    ("", "加爵士，开头小声点", "music 'jazz' 0-60 vol=.5"),
    ("", "加爵士，10到20秒停", "music 'jazz' 0-60; talk 0-10; talk 10-10 freeze d=10; talk 10-60"),
    ("", "加标题“你好”，打字效果", "title '你好' 0-3"),
    ("", "加logo，慢慢出现", LOGO),
    (TITLE, "加logo，放标题下面", f"{TITLE} pos=bottom; {LOGO}"),
    (TITLE, "标题放高一点", f"{TITLE} size=120"),
    (SONG, "说话太小声，音乐太大声", f"{SONG} vol=.5"),
    ("", "视频太长，声音太小", "talk 0-60 vol=1.25"),
    ("", "声音忽大忽小，稳一点", "talk 0-60 stabilize"),
    (SONG, "结尾淡出，音乐也淡出", f"{SONG} fade_out=1"),
    ("", "加爵士，跟着画面淡出", "talk 0-60 fade_out=1; music 'jazz' 0-60"),
    ("", "5秒配音“你好”，字幕“你好”", "voiceover '你好' 5-6; caption '你好' 0-3"),
    # an end before the start, "the second one", silence, black, by another thing, only there
    ("title 'A' 5-8; title 'B' 10-13", "Shorten the second one to 2 seconds.",
     "talk 0-1; talk 2-60; title 'A' 4-7; title 'B' 9-12"),
    (TITLE, "Title until 0:12, starting at 0:06.", "title 'Hi' 6-18"),
    (SONG, "Silence from 20 to 30.", f"talk 0-20; talk 20-30 vol=0; talk 30-60; {SONG}"),
    ("talk 0-60; b 0-20 tr.d=1", "Make the transition a fade to black.", "talk 0-60; b 0-20 tr.d=2"),
    ("title 'A' 5-9 size=60; title 'B' 10-14 size=40", "'B' twice as big as 'A'.",
     "title 'A' 5-9 size=120; title 'B' 10-14 size=80"),
    ("music 'jazz' 0-60 vol=.8; voiceover 'A' 5-9 vol=.5",
     "Music should be twice as loud as the voice-over.",
     "music 'jazz' 0-60 vol=1.6; voiceover 'A' 5-9 vol=.5"),
    (f"{TITLE}; {LOGO}", "Fade in logo and title over 1 second, out over 2.",
     f"{TITLE} fade_in=1 fade_out=2; {LOGO} fade_in=1"),
    (f"{LOGO} scale=.4", "Logo only 20 percent visible.", f"{LOGO} scale=.2"),
    ("talk 0-20 vol=0; talk 20-60", "Mute just 5 to 10.",
     "talk 0-5 vol=0; talk 5-10 vol=0; talk 10-20 vol=0; talk 20-60"),
    ("talk 0-20 color.name=sepia; talk 20-60", "Sepia for the last ten seconds instead.",
     "talk 0-20 color.name=sepia; talk 20-50; talk 50-60 color.name=sepia"),
    # Chinese: each its own amount, from the end, by half the time, by and by
    ("title '甲' 0-3; title '乙' 5-8", "两个标题分别延长1秒和2秒", "title '甲' 0-4; title '乙' 5-7"),
    ("", "加logo和爵士乐，只要前20秒", f"{LOGO}; music 'jazz' 0-20"),
    ("title '片头' 0-4; title '结尾' 50-55", "不要“片头”，“结尾”提前到40秒",
     "title '片头' 0-4; title '结尾' 40-45"),
    ("", "保留到倒数第8秒", "talk 52-60"),
    ("", "最后一秒静音，倒数第二秒黑白",
     "talk 0-58; talk 58-59 color.name='black and white'; talk 59-60 vol=0"
     " color.name='black and white'"),
    ("title '甲' 0-3; title '乙' 5-8; caption '丙' 10-12", "5秒以后的字都删掉",
     "title '甲' 0-3; caption '丙' 10-12"),
    ("", "播放时间缩短一半，用加速", "talk 0-60 speed=1.5"),
    ("", "10到20秒声音慢慢变小", "talk 0-10; talk 10-20 vol=.6; talk 20-60"),
    (f"{LOGO} scale=.4", "logo缩小到八成", f"{LOGO} scale=.8"),
    ("", "加爵士，音量是原声的三成", "talk 0-60 vol=.3; music 'jazz' 0-60"),
    # what cannot be mirrored, what lasts until another comes, those seconds, what stays behind an undo
    ("", "左右镜像，转90度", "talk 0-60 rotate=90"),
    ("", "Mirror it and cut the first 5 seconds.", "talk 5-60"),
    ("title '甲' 0-3; title '乙' 5-8", "“甲”一直显示到“乙”出现", "title '甲' 0-60; title '乙' 5-8"),
    (TITLE, "标题8秒起", "title 'Hi' 8-60"),
    ("", "Title 'Hi' in the last 5 seconds, and mute those.", "talk 0-60 vol=0; title 'Hi' 55-60"),
    # an order that is a text, a text that is a look, a middle that is to stay
    ("", "6到11秒人名条：王芳，下面小字写经理", "lower-third '王芳' 6-11 sub='下面小字写经理'"),
    ("title 'Tip 1' 2-5", "Colour Tip 1 and Tip 3 orange",
     "talk 0-60 color.name='Tip 1'; title 'Tip 1' 2-5"),
    ("", "Lose the first twelve seconds and the last eight, keep the middle", "talk 52-60"),
    # what lies over a new clip, what is there at both ends, so many percent more
    ("", "Put b.mp4 at the end and calm music under it", "talk 0-60; b 0-20; music 'calm' 0-80"),
    ("", "Show 'Hi' in the first and last five seconds", "title 'Hi' 55-60"),
    ("music 'calm' 0-60 vol=.4", "Ten percent more", "music 'calm' 0-60 vol=.1"),
    # "besides", what is not wanted, a fade that is to be longer, the sound that is heard
    ("", "除了前10秒静音，后10秒也静音", "talk 0-10; talk 10-60 vol=0"),
    (THREE, "不要第二段了，第三段静音", "talk 0-20; b 0-20; talk 40-60 vol=0"),
    ("title '甲' 0-3; title '乙' 5-8", "不要第一个标题，第二个标题改成红色",
     "title '甲' 0-3; title '乙' 5-8 color=red"),
    (f"{SONG} fade_out=2", "淡出再慢一点，4秒", f"talk 0-60 fade_out=4; {SONG} fade_out=2"),
    (f"{SONG} fade_in=3", "The fade-in is too long, make it 1 second",
     f"talk 0-60 fade_in=1; {SONG} fade_in=3"),
    (f"talk 0-60 vol=0; {SONG}", "声音太大了，调到40%", f"talk 0-60 vol=.4; {SONG}"),
    # what is denied alone is told of a part, a style that does not play
    ("", "不是删掉10到20秒，是静音", "talk 0-60 vol=0"),
    ("music 'piano' 0-60", "不要爵士了，换成lo-fi", "music 'lo-fi' 0-60"),
    (TWO, "接缝处加叠化和音效嗖", "talk 0-30; b 0-20 tr.d=.5; sound 'whoosh' 0-1"),
    ("lower-third 'Ann' 2-6", "Show Ann's lower third until second 9",
     "lower-third 'Ann' 2-6; lower-third 'Ann' 0-9"),
    (TITLE, "Take the logo off the top right corner.", f"{TITLE}; {LOGO} pos=top-right"),
    ("", "There's a hiss in my voice recording, get rid of it.", "talk 0-60 vol=0"),
    # those seconds, half as loud, the one and the other, the one in place of the other
    ("", "Fade to black in the last 3 seconds, and over those 3 seconds a title 'Bye'",
     "talk 0-60 fade_out=3; title 'Bye' 0-3"),
    ("", "只在30秒到50秒之间放song.mp3，音量一半", "music song.mp3 30-50"),
    ("title '甲' 0-4; title '乙' 55-60", "两个标题，前一个淡入1秒，后一个淡出2秒。",
     "title '甲' 0-4 fade_in=1; title '乙' 55-60 fade_in=1 fade_out=2"),
    ("title '甲' 0-4; title '乙' 55-60", "不要“甲”，要“乙”", "title '乙' 0-4; title '乙' 55-60"),
    ("", "静音，5到10秒，黑白",
     "talk 0-5 color.name=sepia; talk 5-10 vol=0 color.name=sepia; talk 10-60 color.name=sepia"),
    # what "it" is behind a complaint, and where it goes; what is kept off; a name that is a number
    (SONG, "The music is fine, the clip is too loud, turn it down to 30 percent", f"{SONG} vol=.3"),
    (SONG, "The clip is too quiet compared to the music, turn it up", f"{SONG} vol=1.5"),
    (SONG, "Next to the music the clip is too loud, turn it down", f"{SONG} vol=.6"),
    (SONG, "Turn it down, the clip is too loud", f"{SONG} vol=.6"),
    (f"overlay b.mp4 0-20; {SONG}", "The music is fine, b.mp4 is too loud, mute it",
     f"overlay b.mp4 0-20; {SONG} vol=0"),
    ("caption 'Yo' 5-8", "The caption is too late, move it to 4", "caption 'Yo' 1-4"),
    (TITLE, "The title should come two seconds later and last four seconds", "title 'Hi' 56-60"),
    (SONG, "Keep the music off the last five seconds", "music song.mp3 55-60"),
    (SONG, "Keep the music off until 10", "music song.mp3 0-10"),
    ("", "Make it one and a half speed", "talk 0-60 speed=.5"),
    ("title 'Two' 10-13", "Mute everything until Two", "talk 0-2 vol=0; talk 2-60; title 'Two' 10-13"),
    ("title 'One' 0-3; title 'Two' 5-8", "One of the titles can go, Two", ""),
    ("lower-third 'Ann' 2-6 sub='Chef'", "Ann is not a chef, she is a baker",
     "lower-third 'baker' 2-6 sub='Chef'"),
    ("overlay logo.png 0-60 pos=top-right", "The logo shouldn't be on the right but on the left",
     "overlay logo.png 0-60 pos=left"),
    ("", "10到20秒保留，前后剪掉", "talk 0-20"),
    ("", "15到30秒原速，前后两倍速", "talk 0-30; talk 30-60 speed=2"),
    ("talk 0-30; b 0-20", "接缝处加音效嗖", "talk 0-30; b 0-20; sound 'whoosh' 0-1"),
    ("overlay 'logo.png' 0-20 scale=.2", "logo放大到30%，时间缩短到10秒",
     "talk 0-10; overlay 'logo.png' 0-10 scale=.2"),
    ("title 'A' 0-5", "时间缩短到2秒", "talk 0-2; title 'A' 0-2"),
    ("talk 0-60 fade_out=3", "缩短到1秒", "talk 0-1 fade_out=1"),
    ("talk 10-60", "不够，再剪5秒", "talk 5-60"),
    ("effect blur 5-8 pos=center scale=1", "模糊那段剪掉", "talk 0-60"),
    ("", "不用原声，配jazz", "music 'jazz' 0-60"),
    ("title 'A' 0-8", "标题不够长，5秒", "title 'A' 0-5"),
    ("talk 0-60 fade_out=3", "淡出不够长，2秒", "talk 0-60 fade_out=2"),
    ("title '红色' 1-5", "标题是蓝色不是红色", "title '红色' 1-5 color=blue"),
    ("", "前3秒标题：早安，成都", "title '早安' 0-3"),
]  # fmt: skip
RIGHT = [
    ("", "10到20秒保留，前后剪掉", "talk 10-20"),
    ("title 'A' 0-3", "视频时长缩短到30秒", "talk 0-30; title 'A' 0-3"),
    ("title 'A' 0-3", "缩短到30秒", "talk 0-30; title 'A' 0-3"),
    ("title '片头' 0-4; title '片尾' 54-60", "两个标题，前一个放左上角，后一个放右下角，字都改成白色",
     "title '片头' 0-4 pos=top-left color=white; title '片尾' 54-60 pos=bottom-right color=white"),
    ("", "Lose the first twelve seconds and the last eight, keep the middle", "talk 12-52"),
    ("", "Put b.mp4 at the end and calm music under it", "talk 0-60; b 0-20; music 'calm' 60-80"),
    ("talk 0-60 vol=.5", "50 percent quieter", "talk 0-60 vol=.25"),
    ("music 'calm' 0-60 vol=.4", "The voice up by 20%, the music down to 20%",
     "talk 0-60 vol=1.2; music 'calm' 0-60 vol=.2"),
    ("talk 0-20; talk 20-20 freeze d=4; talk 20-60", "将从20秒到24秒的部分以2倍速播放。",
     "talk 0-20; talk 20-20 freeze d=2; talk 20-60"),
    ("title 'Hi' 2-4", "将从2秒到4秒的部分以0.5倍速播放。",
     "talk 0-2; talk 2-4 speed=.5; talk 4-60; title 'Hi' 2-6"),
    (TITLE, "标题8秒起", "title 'Hi' 8-11"),
    ("", "title 'Go' 0-3s fade in 0.5s fade out 1s", "title 'Go' 0-3 fade_in=.5 fade_out=1"),
    ("", "Title 'Hi' in the last 5 seconds, and mute those.",
     "talk 0-55; talk 55-60 vol=0; title 'Hi' 55-60"),
    (TITLE, "Title until 0:12, starting at 0:06.", "title 'Hi' 6-12"),
    ("", "保留到倒数第8秒", "talk 0-52"),
    ("title '甲' 0-3; title '乙' 5-8", "两个标题分别延长1秒和2秒", "title '甲' 0-4; title '乙' 5-10"),
    ("title 'Hi' 10-13 color=red", "And 'Ho' at 0:20, same colour.",
     "title 'Hi' 10-13 color=red; title 'Ho' 20-23 color=red"),
    (TITLE, "Then a title 'Ho' for 3 seconds.", f"{TITLE}; title 'Ho' 5-8"),
    (TITLE, "The title is 'Ho', not 'Hi'.", "title 'Ho' 2-5"),
    (LOGO, "I want a second logo bottom right.", f"{LOGO}; overlay logo.png 0-60 pos=bottom-right"),
    ("", "Crank the volume up to 2.", "talk 0-60 vol=2"),
    (TWO, "Reverse the whole video, both clips.", "b 0-20 reverse; talk 0-30 reverse"),
    ("", "加标题“你好”，最后出来", "title '你好' 57-60"),
    ("", "加logo，慢慢出现", f"{LOGO} fade_in=1"),
    (SONG, "结尾淡出，音乐也淡出", f"talk 0-60 fade_out=1; {SONG} fade_out=1"),
    (TWO, "Mute b.mp4 and make the first clip sepia.", "talk 0-30 color.name=sepia; b 0-20 vol=0"),
    (SONG, "Music at 20%, and stop it at 0:20.", "music song.mp3 0-20 vol=.2"),
    (SONG, "音乐从10秒开始，到50秒", "music song.mp3 10-50"),
    (LOGO, "logo显示到倒数5秒", "overlay logo.png 0-55"),
    (TITLE, "2秒的标题改成红色", "title 'Hi' 2-5 color=red"),
    ("", "静音前10秒，改成前5秒", "talk 0-5 vol=0; talk 5-60"),
    (TWO, "Double speed, b.mp4 stays.", "talk 0-30 speed=2; b 0-20"),
    (TITLE, "show the title 'Hi' again at 20 s", f"{TITLE}; title 'Hi' 20-23"),
    (SONG, "keep the music, mute the video", f"talk 0-60 vol=0; {SONG}"),
    (SONG, "标题“Hi”在音乐开始的时候出现", f"{SONG}; title 'Hi' 0-3"),
    ("", "10到14秒标题“A”，全程放logo.png", "title 'A' 10-14; overlay logo.png 0-60"),
    ("", "10 to 14 s title 'A', logo.png at 20 s", "title 'A' 10-14; overlay logo.png 20-23"),
    (TWO, "mute both, that clip and the other", "talk 0-30 vol=0; b 0-20 vol=0"),
    ("talk 0-60 vol=.5", "make it louder, no, quieter", "talk 0-60 vol=.4"),
    (TITLE, "标题晚2秒出现，时长不变", "title 'Hi' 4-7"),
    ("", "title 'red' 0-3", "title 'red' 0-3"),
    ("title 'Hi' 2-5 color=red", "make the red title bold", "title 'Hi' 2-5 color=red style=bold"),
    (SONG, "turn the music down by 20%", f"{SONG} vol=.8"),
    ("", "1) mute it 2) speed it up to 3/2", "talk 0-60 vol=0 speed=1.5"),
    ("", "cut the first 10 seconds and add 'A' 5 seconds later", "talk 10-60; title 'A' 5-8"),
    ("title 'A' 2-5; title 'B' 8-11", "delete the title at 9 s", "title 'A' 2-5"),
    ("", "volume at 0 dB from 5 to 10 s", "talk 0-5; talk 5-10; talk 10-60"),
    ("", "normalize to -14 LUFS", "talk 0-60 normalize loudness=-14"),
    ("", "结尾淡出1秒半", "talk 0-60 fade_out=1.5"),
    ("", "crop 10 % off the top", "talk 0-60 crop_top=.1"),
    (TITLE, "can you make the title red?", "title 'Hi' 2-5 color=red"),
    ("", "add a title 'Ask tomorrow' from 0 to 3 s", "title 'Ask tomorrow' 0-3"),
    ("", "Show the logo for ten seconds up to 0:30.", "overlay logo.png 20-30"),
    ("", "Mute the five seconds up to 0:20.", "talk 0-15; talk 15-20 vol=0; talk 20-60"),
    (TITLE, "Add 'Ho' three seconds after the title.", f"{TITLE}; title 'Ho' 8-11"),
    ("title 'A' 3-6; title 'B' 10-14", "Let 'A' last twice as long as 'B'.",
     "title 'A' 3-11; title 'B' 10-14"),
    ("title 'Hi' 10-14", "Show the title for another 2 seconds.", "title 'Hi' 10-16"),
    ("title 'Hi' 10-14", "Start the title at 8 and keep the end.", "title 'Hi' 8-14"),
    (SONG, "Mute the clip, and the music from 30 on.", "talk 0-60 vol=0; music 'song.mp3' 0-30"),
    (TWO, "Trim both clips to 10 seconds.", "talk 0-10; b 0-10"),
    ("", "Drop the first 4 seconds, set the clip to 80% volume.", "talk 4-60 vol=.8"),
    ("talk 0-60 fade_in=1 fade_out=3", "I want the fade in gone, the fade to black stays.",
     "talk 0-60 fade_out=3"),
    ("music 'jazz' 0-60", "别用爵士了，用钢琴", "music 'piano' 0-60"),
    ("", "加标题“你好”，特别大", "title '你好' 0-3 size=140"),
    ("title 'A' 2-5", "标题延长到结尾", "title 'A' 2-60"),
    ("title 'A' 10-13", "标题晚一点，2秒", "title 'A' 12-15"),
    (f"{SONG} vol=.8", "太多了，0.6就好", f"{SONG} vol=.6"),
    ("", "Mute the clip from 10 until 5 seconds before the end.",
     "talk 0-10; talk 10-55 vol=0; talk 55-60"),
    ("", "Play a 'whoosh' when the video starts and a 'ding' at 0:30.",
     "sound 'whoosh' 0-1; sound 'ding' 30-31"),
    ("", "Logo from 5 to 10, then a title 'Hi' for 3 seconds.", "overlay logo.png 5-10; title 'Hi' 10-13"),
    ("", "Fade out 2. Mute.", "talk 0-60 fade_out=2 vol=0"),
    ("", "Mute it from 5 to 10, then add the logo.",
     "talk 0-5; talk 5-10 vol=0; talk 10-60; overlay logo.png 0-60"),
]  # fmt: skip


def _drafts(*views: str) -> list[dict[str, Any]]:
    """Drafts of these lines, in which the same layers have the same ids."""
    return [
        draft_of(view if "talk" in view else f"{UNTOUCHED}; {view}" if view else UNTOUCHED)
        for view in views
    ]


@pytest.mark.parametrize(("before", "message", "after"), WRONG)
def test_what_was_not_asked_for_is_seen(before: str, message: str, after: str) -> None:
    assert gainsays(message, *_drafts(before, after))


@pytest.mark.parametrize(("before", "message", "after"), RIGHT)
def test_what_was_asked_for_passes(before: str, message: str, after: str) -> None:
    assert not gainsays(message, *_drafts(before, after))


def test_a_deed_that_the_message_gainsays_is_not_done(monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = read("speed the video up to 2x")
    monkeypatch.setattr(executor, "read_in_turn", lambda *_, **__: wrong)
    monkeypatch.setattr(attempts, "read_word_by_word", lambda *_, **__: None)
    dialogue = Dialogue.of("")
    outcome = dialogue.say("fade the video out")
    assert (outcome.changed, outcome.calls, drafts(outcome.earlier)[0]) == (False, [], [])
    assert outcome.misunderstood == ["fade the video out"]
    assert "I did not understand: “fade the video out”" in outcome.reply


@pytest.mark.parametrize(
    "message",
    [
        "cut 1.2.3 to 5, then cut 7 to 9",
        "mute until 20, no, from 1.2.3",
        "剪掉1.2.3到5",
        "剪掉5到...9",
        "最后2.2.2秒，前1秒静音，后1秒黑白",
    ],
)
def test_a_figure_that_is_none_is_not_understood(message: str) -> None:
    assert Dialogue.of("").say(message).misunderstood
