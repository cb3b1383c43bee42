"""An order that the words behind it take back, put off or tie to somebody's consent: "Remove the logo.
False alarm.", "Mute the music. But not today.", "静音。我开玩笑的"."""

import re

from mock_server.agent.second_look.edit import Edit
from mock_server.agent.second_look.words import words
from mock_server.agent.values.lazily import Regex

_SENTENCES = Regex(r"(?:[.!?;…]{1,4}|[:–—-](?= ))\s{1,4}|\n{1,4}")
# "Hmm, that would be too boring": what may stand in front of the words that take it back.
_LEAD = (
    r"(?:(?:and|but|or|so|oh|ha|haha|well|no|nah|nope|ah|uh|um|er|erm|hm+|sorry|oops|whoops|wait|please"
    r"|just"
    r"|all right|alright|okay|ok|actually|then again|better|rather|maybe|hey|my bad|my mistake|lol|anyway"
    r"|of course|(?:come to think|thinking) (?:of|about) it|no rush|no hurry)[ ,.!–—-]{1,3}){0,4}"
)
_I = r"(?:i|we|you|he|she|they|(?:the|my|our|your) [a-z]{2,14}|(?-i:[A-Z][a-z]{1,14}))"
_IT = r"(?:it|them|that|this|those|these|everything|things|all of (?:it|that)|both|all that)"
_IS = r"(?:'s|'re| is| are| was| were| would be| has been| will be|'ll be)(?: not|n't)?"
_JUST = (
    r"(?: just| only| really| obviously| probably| actually| merely| all| purely| still| also){0,2}"
)
_AS_IT_IS = (
    r"(?: (?:(?:as|the way|how|like|where) (?:it|they|that|everything|things)(?:'s|'re| is| are| was| were)"
    r"(?: now| before)?|alone|on|in|in there|there|here|be|for now|for today|unchanged|untouched|after all"
    r"|please|then|visible|in peace|though|already|instead|anyway|too|back|first|so)){0,4}"
)
_END = r"(?:,? (?:sorry|please|thanks|thank you|though|ok|okay))?[\s.!…)]{0,6}\Z"
_NO_ORDER = words(
    r"because (?:it's|it is|that's|they're|i|we) (?:so |really |just )?(?:great|fine|good|perfect|like"
    r"|love|need)\b",
    rf"{_IT} (?:belongs?|goes|should go|was supposed to go) (?:in|to) (?:another|a different|the other"
    rf"|the wrong)\b",
    r"(?:got(?:cha| you)|psych|sike|as if|not really|yeah right|in your dreams|over my dead body)\b",
    rf"(?:i(?:'m| am| was)|we(?:'re| are| were)|{_IT}{_IS})?{_JUST} ?(?:(?:an? (?:\w+ )?)?(?:jokes?"
    rf"|prank|jest"
    r"|thought|idea|test|example|typo|slip|mistake|accident|misunderstanding|quote|quotation|hypothetical"
    r"|reminder to myself|note to (?:self|myself))|joking|kidding|(?:messing|playing)(?: (?:with|around))?"
    r"|teasing|testing|thinking out loud|brainstorming|rambling|musing|daydreaming|sarcasm|sarcastic|ironic"
    r"|irony)\b(?! (?:in|at|on) )",
    rf"(?:that|this|it|the above)(?: one| \w+)?{_IS}{_JUST} (?:not (?:an?|my|meant|what|for|to|intended"
    r"|needed|necessary|serious)\b|an? order|meant (?:for|to)|from|addressed|intended|the (?:wrong"
    r"|dictation|autocorrect|cat)"
    r"|(?:exactly )?what (?!it says|(?:i|we) (?:want|need)|(?:the|my|our) \w+ (?:wants?|needs?|likes?"
    r"|asked for)\W{0,6}\Z)|an? (?:wrong|bad|stupid|silly|terrible)|(?:too )?(?:boring|wrong|unwise"
    r"|silly|stupid|overkill|unnecessary|excessive)|needed|necessary|serious)",
    r"(?:that(?: one| message| line| sentence| request| text)?(?:'s| is| was)|(?:this|it) was)(?: just"
    r"| only)? for (?!instagram|tiktok|youtube"
    r"|reels|the (?:intro"
    r"|outro|beginning|end)\b)",
    rf"{_IT} (?:won't|will not|wouldn't|would not) (?:be|do|work)\b",
    rf"{_I} (?:really |just )?(?:said|says?|wrote|typed|sent|dictated|pasted|told|asked"
    rf"|meant)(?: you)? (?:that"
    r"|this|it|so|the wrong)\b(?! should)",
    r"(?:my|the) [a-z]{2,14} (?:typed|wrote|dictated|(?:was|walked|sat|jumped|stepped|is) on)\b",
    r"(?:the )?(?:voice|dictation|auto-?correct\w*|auto-?complete|clipboard|copy[- ](?:and|n|&)?[- ]?paste"
    r"|paste|typing|input)(?: input| recognition)?(?: error| mistake| slip| fail\w*)?(?:,? sorry"
    r"| again)?[ .!]{0,6}\Z",
    r"(?:sent|written|typed|pasted)(?: \w+)? (?:by (?:mistake|accident)|accidentally|in error"
    r"|too (?:soon|early))\b",
    r"(?:wrong|another|different) (?:video|project|file|window|chat|tab|thread|channel|person|recipient"
    r"|button"
    r"|sentence|message|text|conversation|draft|app|assistant)\b",
    r"(?:false alarm|never ?mind|disregard|ignore|withdrawn|abort|belay|strike (?:that|it|this)"
    r"|negative|denied"
    r"|rejected|revoked|retracted|dismissed|hold (?:on|off|it|your)|pay no attention|no way|no chance"
    r"|not a chance|don't you dare|as you were|cancel (?:that|it|this|my|the (?:order|request|command))"
    r"|(?:stop|halt|wait|void|cancel+ed|undo|revert)\W{0,6}\Z|(?:scrap|scratch) (?:that|it|this)\W{0,6}\Z)",
    r"forget (?:it|that|this|both|all|everything|about|what|i|my|the (?:last|whole|order|request))\b",
    r"(?:delete|erase|remove|skip|drop|take back|scratch) (?:my|the|this|that)(?: last| previous| above"
    r"| first)?"
    r" (?:sentence|message|line|request|order|command|words?|statement|comment|remark)\b",
)
_THINKS_AGAIN = words(
    rf"(?:{_I}(?:'ve| have|'s| has)? )?(?:just )?changed (?:my|our|his|her|their) minds?",
    r"(?:i|we)(?:'ve| have)?(?: just)? (?:misspoke|misspoken|withdraw|retract|revoke|take (?:it|that"
    r"|this) back"
    r"|regret|reconsider\w*|confused|mixed|mistyped|pasted|copied|(?:didn't|did not|don't|do not|never)"
    r" (?:really |actually )?(?:(?:mean|say|order|ask for) (?:that|this|it|to)|want (?:that|this|it))\b"
    r"|hit send|stand corrected)",
    r"then again\b|on the other hand\b|who am i kidding\b|what am i saying\b|second thoughts\b",
    r"(?:my|our) (?:mistake|bad|fault|error)\W{0,6}\Z",
    r"(?:(?:no|nope|nah|please don't|don't|do not|not yet|not now|not today|better not|rather not"
    r"|not (?:needed|necessary)|no need)(?: (?:do|need|touch) (?:it|that|this|anything))?(?: yet"
    r"| please| now"
    r"| though| either)?)\W{0,6}\Z(?<!no)(?<!no[.!])",
    r"(?:please )?don't (?:do|touch|change) (?:it|that|this|anything|a thing)\b",
    r"[a-z' ]{4,40},? so (?:please )?(?:don't|do not|no|not|leave it|forget it|keep it|stop)\W{0,6}\Z",
    r"one moment\b|(?:no, )?(?:hang on|just a (?:sec|second|moment|minute))\W{0,6}\Z",
    rf"(?:i|we)(?:'ll|'d| will| would)? (?:still |really |do |actually )?(?:want|need|like|love|prefer"
    rf"|rather"
    rf"|decided)?(?: it)?(?: ?to)? ?(?:keep|leave|have|need|want|like|love) {_IT}{_AS_IT_IS}{_END}",
    r"(?:thinking about it|on reflection),? no\b",
    r"(?:silence|quiet|white|black|that|it)(?: is|'s| would be) (?:too )?(?:boring|dull|wrong)\W{0,6}\Z",
)
_STAYS = words(
    rf"(?:(?:let's|let us|{_I}(?:'d| should| must| can| better| had better)?(?: rather| better)?) )?(?:keep"
    rf"|leave) (?:{_IT}|the (?:colou?r|volume|position|size|speed|format|look|length|order|way))"
    rf"(?! (?:at|to|until|till|from|for \d|only|between)){_AS_IT_IS}{_END}",
    rf"let {_IT} (?:be|play|stay|stand|live|run|rest|remain|play on|go on)\W{{0,6}}\Z",
    r"let's (?:wait|not|hold|sleep|postpone|think|discuss|talk|see)\b",
    rf"{_IT}(?:'s| has| have| can| should| must| may| will|'ll| needs?| ought| is"
    rf"| are)?(?: to)? (?:better )?"
    rf"(?:stays?|remains?|staying)(?: put)?{_AS_IT_IS}{_END}",
    rf"{_IT}(?:'s|'re| is| are| was| were)(?: much| a lot| so| really| just| very)? (?:better|perfect"
    rf"|fine|good"
    rf"|great|pretty|nice|lovely|beautiful|okay|ok|alright|important){_AS_IT_IS}{_END}",
    r"nothing (?:should|must|may|shall|is to|has to|will|needs? to|can)\b",
)
_DAY = (
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?|(?:next|this) (?:week|month|year|weekend|evening"
    r"|afternoon"
    r"|morning|summer|autumn|fall|winter|spring|time)|today|tonight|tomorrow|later(?: on)?|some ?day"
    r"|one day"
    r"|another (?:time|day)|some other time|(?:january|february|march|april|june|july|august|september"
    r"|october|november|december|christmas|easter|new year)"
)
_VIDEO = (
    r"(?:videos?|projects?|films?|episodes?|versions?|cuts?|drafts?|one|series|season|movie|vlogs?|parts?"
    r"|clients?|channel)"
)
_OTHER_VIDEO = (
    rf"(?:in|for|on|with) (?:(?:the|my|our|a|his|her|their|your|tom's) (?:very )?(?:next|other|previous"
    rf"|future|new|following|upcoming|second|last) {_VIDEO}|another {_VIDEO}|future {_VIDEO}"
    r"|the (?:sequel|follow-?up|remake|prequel|trailer|next)\b|(?:episode|version|season|part|volume"
    r"|chapter)"
    r" (?:two|three|four|2|3|4|b)\b)"
)
_PUT_OFF = words(
    rf"(?:(?:do|start|finish) (?:it|that|this) |all of (?:it|that) |that's |but |only |not |yet |at "
    rf"|by |on |for"
    rf" |maybe |until ){{0,4}}(?:{_DAY})(?:,? (?:is fine|please|maybe|will do|then|works"
    rf"|is enough))?\W{{0,6}}\Z",
    r"(?:(?:do|start) (?:it|that|this) |but |only |not ){1,3}(?:(?:right )?(?:now|yet|here|today)\W{0,6}\Z"
    r"|(?:after|once|when|until|before|if|unless|with (?:my|his|her|their|our|tom's)|in (?:this|the|my)"
    rf" {_VIDEO}|on (?:{_DAY})|tomorrow|later|ask)\b)",
    _OTHER_VIDEO + r"(?![^.]{0,60}\d)",
    rf"{_IT} (?:can|could|may|should|will|has to|must) (?:wait|happen later|come later)\b",
    r"there(?:'s| is) no (?:rush|hurry)\b",
    rf"{_I}(?:'ll| will|'d|'m going to| can| am going to) (?:just |probably |rather )?(?:see(?! how"
    rf"| if)|let you|get back"
    r"|do (?:that|it|this)|take care|handle|think|tell you|decide|ask|check|confirm|come back|sort it"
    r"|call)\b",
    rf"{_I}(?: still| first)?(?: have to| has to| needs? to| must| want to| wants to| should)(?: first"
    rf"| still)?"
    r" (?:sleep|think|ask|check|decide|discuss|talk|consult|approve|agree|wait|clear|confirm|look)\b",
    r"let (?:me|us|him|her|them) (?:first )?(?:think|sleep|ask|check|see|decide|consult|get back|talk"
    r"|approve)\b",
    r"(?:ask|check with|wait for|call|consult|talk to|clear it with) (?:\w+ )?\w+ (?:first|before\w*"
    r"|back)\b",
)
_TIED = words(
    rf"(?:only )?(?:if|once|when|as soon as|after|until|unless|provided(?: that)?|assuming(?: that)?"
    rf"|in case"
    rf"|before|whenever) (?!you (?:get|have|are)|you're){_I}(?:'s)? (?:\w+ )?(?:agrees?|approv\w+"
    rf"|ok(?:ay)?s?|says?|is|are|gets?|wants?|likes?"
    r"|confirms?|comes?|has|have|signs?|allows?|permits?|decides?|answers?|repl\w+|tells?|calls?|consents?"
    r"|feedback|returns?|pays?|launch|meeting|go-ahead|permission|blessing|okay)\b",
    r"(?:only|but) with (?:\w+'s|my|his|her|their|our|the \w+'s) (?:ok|okay|approval|consent|permission"
    r"|blessing"
    r"|say-so|go-ahead|agreement)\b",
    r"(?:but )?(?:only )?(?:pending|subject to|depending on|on condition)\b",
    r"(?:but )?only if\b(?! (?:there|it'?s? (?:fits|possible)))",
    r"(?:after|upon|pending|with) (?:\w+'s|my|his|her|their|our|the) (?:ok|okay|approval|consent|permission"
    r"|blessing|release|launch|review|meeting|feedback)\b",
)
# What ends a message and says nothing.
_COURTESY = Regex(
    r"[\s.!;,]{1,4}(?:(?:many )?thanks(?: a lot)?|thank you|sorry(?: about that)?|cheers|my apologies"
    r"|apologies)[\s.!)]{0,4}\Z",
    re.IGNORECASE,
)
_BEHIND = (_NO_ORDER, _THINKS_AGAIN, _STAYS, _PUT_OFF, _TIED)
_STARTS = tuple(Regex(rf"{_LEAD}(?:{one.pattern})", re.IGNORECASE) for one in _BEHIND)
# What takes an order back behind a mere comma, too.
_IN_ONE_BREATH = words(
    rf", ?but (?:only |not )(?:on |in )?(?:{_DAY})\b",
    r"\b(?:but|and) (?:leave|keep) (?:it|them|everything) (?:(?:as|the way) (?:it|they"
    r"|everything) (?:is|are|was"
    r"|were)|alone|unchanged|untouched)[ .!]{0,6}\Z",
    r", then again,",
    r"\bif only \w+ [a-z]+ed\b",
    r"\bbut (?:i'm|i am|we're|we are) not (?:allowed|supposed|permitted|sure|certain)\b",
    r"\bbut (?:i|we|he|she|they|(?:the|my|our) \w+|(?-i:[A-Z][a-z]+)) (?:don't|doesn't|do not|does not"
    r"|won't"
    r"|hates?|forbids?|mustn't)(?: (?:want|like|allow|agree|think|approve|let)\b[^,.;]{0,20})?[ .!]{0,6}\Z",
)
_PUTS_BACK = Regex(
    r"[ ,]*(?:please |first |can you |now )*(?:cut|remove|delete|mute|make|drop|turn|set|move|put|add"
    r"|change|take"
    r"|lose|hide|speed|slow|silence|replace|trim)\b.{1,200}(?:[.;,]|\band\b|\bthen\b) ?(?:(?:and|then"
    r"|but|no|oh"
    r"|sorry|please)[ ,]{1,2}){0,3}(?:(?:bring|put|change|turn|switch|give|take|add) (?:it|them|that"
    r"|everything)"
    r" back(?: again)?|(?:restore|undo|revert|reset|reinstate|recover) (?:it|them|that|this"
    r"|everything))\W{0,6}\Z",
    re.IGNORECASE | re.DOTALL,
)

_BEHIND_ZH = Regex(
    "[。！!；;\n] ?(?:哦|啊|哎|唉|呃|嗯|不|哈+|抱歉|对不起|不好意思|等等|不过|但是?|其实|算了|不急|没事"
    "|说实话|当然|还是)?[,，。!！ ]?(?:"
    "(?:我|刚才|刚刚|那|这|又){0,2}(?:打错|输错|写错|说错|发错|点错|弄错|搞错|搞混|贴错|复制错|粘贴错"
    "|看错|误触|误发|手滑|口误|笔误)"
    "|误会|(?:以上|刚才|这句话?|那句话?|这话|这条|上面)[^,，。]{0,4}(?:是|纯属|不算|作废|别当真|不是"
    "|当我)|(?:只|仅|就)?是?(?:举个?例子?|开个?玩笑"
    "|随口|测试|试试而已|说说而已|想想而已|逗|骗|吓)|这(?:只|仅|就)?是(?:个|一个)?(?:测试|例子|玩笑"
    "|引用|笑话|错误|下|给[^这]|另)"
    "|(?:骗|逗|耍)你|想得美|做梦|才怪|当我没说|别当真|没这回事|(?:是)?我?家?的?(?:猫|狗|孩子|儿子|女儿"
    "|同事|朋友|室友|弟弟|妹妹)[^,，。]{0,4}(?:打|写|发|说|弄|敲|踩)"
    "|语音(?:输入|识别)|输入法|自动(?:更正|纠错)|[^,，。 ]{1,6}(?:同意|批准|点头|许可|确认)(?:的话"
    "|之?后|了?再)|(?:等|除非|只要|如果|若|要是|经|得)[^,，。]{1,10}(?:同意|批准|许可|点头|确认|回来|回复)"
    "|(?:不急|以后|下周|下次|明天|后天|改天|过几天|周[一二三四五六日天]|星期[一二三四五六日天]|下个?月"
    "|明年|晚上|今晚|晚点|回头|到时候?)[^,，。]{0,6}(?:再|弄|做|说|就行|也行|吧|\\Z)"
    "|(?:我|我们|让我|容我)(?:得|要|还|再|先|需要|还得|还要){0,3}(?:想[一想]|考虑|问[一问]|商量|请示"
    "|看看再|确认一下)|我(?:又|已经?)?(?:后悔|改主意|改变主意|反悔|收回|撤回)"
    "|(?:我|我们|他|她)(?:自己来|来弄|来做|会处理|自己弄|自己做)|(?:我们?|客户|他们?)?(?:还|仍"
    "|还是)?(?:需要|要用|用得[到着]|想要|想?留着)(?:它|这个)?[ 。.!！]*\\Z"
    "|(?:就|先|还是)?留着[^,，。]{0,3}[ 。.!！]*\\Z|(?:再|又|然后)?(?:把它)?(?:放|加|改|换|变|调"
    "|还)回[去来]|先?别(?:动|急|弄|做|删|改)[^,，。]{0,3}[ 。.!！]*\\Z"
    "|不是(?:这个|这条|本)(?:项目|视频|片子)|(?:用)?在(?:下|另|别|其他)|今天(?:先)?(?:别|不)"
    "|不是(?:今天|现在)|(?:假的|停|慢着|不要|不行|不可以|不准|不必了?|没必要)[ 。.!！]*\\Z"
    "|就?这样(?:挺好|很好|最好)|(?:现在|原来|本来)(?:这样)?(?:挺好|很好|更好|就好))"
)


def _is_taken_back(plain: str, edit: Edit) -> bool:
    """ "Remove the whoosh. I changed my mind."; "Mute the music. Only if Tom agrees."."""
    if not edit.values:
        return False
    said = _COURTESY.sub("", plain)
    behind = [found.end() for found in _SENTENCES.finditer(said)]
    if any(start.match(said, at) for at in behind for start in _STARTS):
        return True
    if _BEHIND_ZH.search(plain):
        return True
    return bool(_IN_ONE_BREATH.search(said) or _PUTS_BACK.match(said))


_BACK_AND = words(
    r"\b(?:bring|put|get|give) (?:it|that|them|those) back(?: in| again)?(?:,? (?:and|but|then)\b|[,;.])"
)


def _brings_nothing_back(plain: str, edit: Edit) -> bool:
    """ "Bring it back and mute it", and what was there without it is silent."""
    longer = edit.ends[1] > edit.ends[0] or len(edit.after[0]) > len(edit.before[0])
    return not (edit.added or longer) and bool(edit.values and _BACK_AND.search(plain))


CHECKS = (_brings_nothing_back, _is_taken_back)
