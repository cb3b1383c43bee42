"""Louder, bigger, later: what changes, and by how much."""

from mock_server.agent.lexicon.row import Row

# fmt: off
CHANGES: tuple[Row, ...] = (
    ("louder", True, "音量加大|音量增大|音量增加|音量加|声音加|louder"
     "|up the volume|boost|boosted|amplify|pump up"
     "|raise|raises|rais(e|es|ing)|ris(e|es|ing)|increas(e|es|ing)|turn up"
     "|turned up|crank up|crank|more volume|bump up|raised|too quiet|too soft|too low|too faint"
     "|can't hear|can barely hear|大声|响|大点声|高一点|高点|高一些|调高|调大|提高|提升|太轻|太小声"
     "|有点轻|轻了(一?点|些)|增大|加大"
     "|大点声|太小|太小了"
     "|调大一点|调大点|调大些|调大一些|大一点|大点|大一些|更大|变大|放大|调响|更响|更大声|大声点|听不清"),
    ("quieter", True, "音量减少|音量减小|音量减|声音减|quieter|softer|turn down|turned down|lower|reduce"
     "|decrease|less loud|lowered"
     "|bring down|dial down|tone down|too loud|soften|drop|dial back|dampen|overpowering|not so loud"
     "|not too loud|duck down|小声|轻|低一点|低点|低一些|轻一点|调低|调小|关小|降低|减小|太响|太吵"
     "|有点响|响了(一?点|些)"
     "|太大声|太大|太大了"
     "|调小一点|调小点|调小些|调小一些|小一点|小点|小一些|更小|变小|缩小|声音太大|太响了|太吵了|调轻|更轻|太大|减弱"
     "|降|小声点|压低音量|小点声|压一压|压低一点|压低些|压低一些"),
    ("level", 0, "all the way (down|off)|down all the way|(right )?down to (zero|nothing|silence)"),
    ("softly", True, "quietly|very quietly|softly|at (a )?(very )?low (volume|level)|(very )?low volume"
     "|(别|不要|不能|不用)(太|那么|这么)(吵|大声|响|大)|别(盖|压)(过|住|了)?(人声|原声|说话声)"),
    ("up", True, "up|upwards?"),
    ("down", True, "down|downwards?"),
    ("fromend", None, "by (cutting|trimming|chopping|shortening|removing|dropping) (off )?the"
     " (end|back|back part|last part|tail|tail end|ending)|(at|from) the (back|tail)"
     "|by (cutting|trimming|chopping) it at the end|剪掉结尾|从结尾剪"),
    ("off", True, "off|关掉|关闭|关|关上"),
    ("switch", True, "back on|turn (it )?on|打开|开启|开一下|开上|开起来"),
    ("bigger", True, "huge|giant|massive|bigger|larger|enlarge|enlarged|too small|blow up|big|large"
     "|scale up|大一点"
     "|大一些|更大|放大|放大一点|大点|太小了|大些|调大一点|调大点|调大些|调大一些|变大|加大字号"),
    ("smaller", True, "smaller|shrink|shrunk|too big|too large|small|tinier|scale down|tiny|小一点"
     "|小一些|更小|缩小|缩小一点|小点|太大了|小些|变小|调小一点|调小点|调小些|调小一些"),
    ("half", 0.5, "half|half as loud|half as loud as (now|it is|it is now)|halve|halved|halve the"
     "|half the|half as|一半|减半|半"),
    ("double", 2.0, "twice as loud|double|doubled|twice|twice as|two times as|two times"
     "|翻倍|加倍|一倍|两倍|加一倍"),
    ("double", 4.0, "quadruple|four times as"),
    ("double", 3.0, "triple|thrice|three times as|三倍"),
    ("bit", True, "a bit|a little|slightly|a touch|a tad|a little bit|a tiny bit|somewhat|a hair"
     "|a smidge|bit|little|一点|一些|稍微|略微|稍|有点|些|点"),
    ("much", True, "much|way|a lot|lots|far|considerably|significantly|a great deal|really|很多|得多"
     "|大幅|特别|非常|太"),
    ("more", True, "more|更|更加"),
    ("too", True, "太"),
    ("longer", True, "longer|extend|extended|extending|lengthen|lengthened|prolong|stretch|延长|加长|再长"
     "|更长|长一点|多|久一点"),
    ("excess", True, "多了|太多|太多了"),
    ("shorter", True, "shorter|tighten|tighten up|tighter|shortened|more briefly|缩短|更短|短一点|短"),
    ("later", True, "too early|too soon|太早|later|delay"
     "|delayed|postpone|push back|after|推迟|推后|延后|后移|往后移|往后推|往后挪|往后拖"
         "|向后推|向后移"
     "|晚|延迟|往后|向后|晚一点"),
    ("earlier", True, "too late|太晚|太迟|earlier|sooner|bring forward|forward"
     "|提前|前移|往前移|往前推|往前挪|往前拖|向前推|向前移|早|往前|向前|早一点"),
    ("longness", True, "long|in length|in duration|seconds long|length|duration|total length"
     "|total duration|overall length|runtime|控制在|控制到|限制在|总长|总时长|总长度|长度"),
)
# fmt: on
