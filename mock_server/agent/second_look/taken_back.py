"""An order that the words behind it take back, put off or tie to somebody's consent: "Remove the logo. False
alarm.", "Mute the music. But not today.", "静音，我开玩笑的"."""

import re

from mock_server.agent.second_look.edit import Edit
from mock_server.agent.second_look.words import words

_SENTENCES = re.compile(r"(?:[.!?;…]{1,4}|[:–—-](?= ))\s{1,4}|\n{1,4}")
# "Hmm, that would be too boring": what may stand in front of the words that take it back.
_LEAD = (
    r"(?:(?:and|but|or|so|oh|ha|haha|well|no|nah|nope|ah|uh|um|er|erm|hm+|sorry|oops|whoops|wait|please|just"
    r"|all right|alright|okay|ok|actually|then again|better|rather|maybe|hey|my bad|my mistake|lol|anyway"
    r"|of course|(?:come to think|thinking) (?:of|about) it|no rush|no hurry)[ ,.!–—-]{1,3}){0,4}"
)
_I = r"(?:i|we|you|he|she|they|(?:the|my|our|your) [a-z]{2,14}|(?-i:[A-Z][a-z]{1,14}))"
_IT = r"(?:it|them|that|this|those|these|everything|things|all of (?:it|that)|both|all that)"
_IS = r"(?:'s|'re| is| are| was| were| would be| has been| will be|'ll be)(?: not|n't)?"
_JUST = r"(?: just| only| really| obviously| probably| actually| merely| all| purely| still| also){0,2}"
_AS_IT_IS = (
    r"(?: (?:(?:as|the way|how|like|where) (?:it|they|that|everything|things)(?:'s|'re| is| are| was| were)"
    r"(?: now| before)?|alone|on|in|in there|there|here|be|for now|for today|unchanged|untouched|after all"
    r"|please|then|visible|in peace|though|already|instead|anyway|too|back|first|so)){0,4}"
)
_END = r"(?:,? (?:sorry|please|thanks|thank you|though|ok|okay))?[\s.!…)]*\Z"
_NO_ORDER = words(
    r"because (?:it's|it is|that's|they're|i|we) (?:so |really |just )?(?:great|fine|good|perfect|like|love|need)\b",
    rf"{_IT} (?:belongs?|goes|should go|was supposed to go) (?:in|to) (?:another|a different|the other|the wrong)\b",
    r"(?:got(?:cha| you)|psych|sike|as if|not really|yeah right|in your dreams|over my dead body)\b",
    rf"(?:i(?:'m| am| was)|we(?:'re| are| were)|{_IT}{_IS})?{_JUST} ?(?:(?:an? (?:\w+ )?)?(?:jokes?|prank|jest"
    r"|thought|idea|test|example|typo|slip|mistake|accident|misunderstanding|quote|quotation|hypothetical"
    r"|reminder to myself|note to (?:self|myself))|joking|kidding|(?:messing|playing)(?: (?:with|around))?"
    r"|teasing|testing|thinking out loud|brainstorming|rambling|musing|daydreaming|sarcasm|sarcastic|ironic"
    r"|irony)\b(?! (?:in|at|on) )",
    rf"(?:that|this|it|the above)(?: one| \w+)?{_IS}{_JUST} (?:not (?:an?|my|meant|what|for|to|intended"
    r"|needed|necessary|serious)\b|an? order|meant (?:for|to)|for (?!instagram|tiktok|youtube|reels|the"
    r" (?:intro|outro|beginning|end))|from|addressed|intended|the (?:wrong|dictation|autocorrect|cat)"
    r"|(?:exactly )?what (?!it says)|an? (?:wrong|bad|stupid|silly|terrible)|(?:too )?(?:boring|wrong|unwise"
    r"|silly|stupid|overkill|unnecessary|excessive)|needed|necessary|serious)",
    rf"{_IT} (?:won't|will not|wouldn't|would not) (?:be|do|work)\b",
    rf"{_I} (?:really |just )?(?:said|says?|wrote|typed|sent|dictated|pasted|told|asked|meant)(?: you)? (?:that"
    r"|this|it|so|the wrong)\b(?! should)",
    r"(?:my|the) [a-z]{2,14} (?:typed|wrote|dictated|(?:was|walked|sat|jumped|stepped|is) on)\b",
    r"(?:the )?(?:voice|dictation|auto-?correct\w*|auto-?complete|clipboard|copy[- ](?:and|n|&)?[- ]?paste"
    r"|paste|typing|input)(?: input| recognition)?(?: error| mistake| slip| fail\w*)?(?:,? sorry| again)?[ .!]*\Z",
    r"(?:sent|written|typed|pasted)(?: \w+)? (?:by (?:mistake|accident)|accidentally|in error|too (?:soon|early))\b",
    r"(?:wrong|another|different) (?:video|project|file|window|chat|tab|thread|channel|person|recipient|button"
    r"|sentence|message|text|conversation|draft|app|assistant)\b",
    r"(?:false alarm|never ?mind|disregard|ignore|withdrawn|abort|belay|strike (?:that|it|this)|negative|denied"
    r"|rejected|revoked|retracted|dismissed|hold (?:on|off|it|your)|pay no attention|no way|no chance"
    r"|not a chance|don't you dare|as you were|cancel (?:that|it|this|my|the (?:order|request|command))"
    r"|(?:stop|halt|wait|void|cancel+ed|undo|revert)\W*\Z|(?:scrap|scratch) (?:that|it|this)\W*\Z)",
    r"forget (?:it|that|this|both|all|everything|about|what|i|my|the (?:last|whole|order|request))\b",
    r"(?:delete|erase|remove|skip|drop|take back|scratch) (?:my|the|this|that)(?: last| previous| above| first)?"
    r" (?:sentence|message|line|request|order|command|words?|statement|comment|remark)\b",
)
_THINKS_AGAIN = words(
    rf"(?:{_I}(?:'ve| have|'s| has)? )?(?:just )?changed (?:my|our|his|her|their) minds?",
    r"(?:i|we)(?:'ve| have)?(?: just)? (?:misspoke|misspoken|withdraw|retract|revoke|take (?:it|that|this) back"
    r"|regret|reconsider\w*|confused|mixed|mistyped|pasted|copied|(?:didn't|did not|don't|do not|never)"
    r" (?:really |actually )?(?:(?:mean|say|order|ask for) (?:that|this|it|to)|want (?:that|this|it))\b|hit send|stand corrected)",
    r"then again\b|on the other hand\b|who am i kidding\b|what am i saying\b|second thoughts\b",
    r"(?:my|our) (?:mistake|bad|fault|error)\W*\Z",
    r"(?:(?:no|nope|nah|please don't|don't|do not|not yet|not now|not today|better not|rather not"
    r"|not (?:needed|necessary)|no need)(?: (?:do|need|touch) (?:it|that|this|anything))?(?: yet| please| now"
    r"| though| either)?)\W*\Z(?<!no)(?<!no[.!])",
    r"(?:please )?don't (?:do|touch|change) (?:it|that|this|anything|a thing)\b",
    r"[a-z' ]{4,40},? so (?:please )?(?:don't|do not|no|not|leave it|forget it|keep it|stop)\W*\Z",
    r"one moment\b|(?:no, )?(?:hang on|just a (?:sec|second|moment|minute))\W*\Z",
    rf"(?:i|we)(?:'ll|'d| will| would)? (?:still |really |do |actually )?(?:want|need|like|love|prefer|rather"
    rf"|decided)?(?: it)?(?: ?to)? ?(?:keep|leave|have|need|want|like|love) {_IT}{_AS_IT_IS}{_END}",
    r"(?:thinking about it|on reflection),? no\b",
    r"(?:silence|quiet|white|black|that|it)(?: is|'s| would be) (?:too )?(?:boring|dull|wrong)\W*\Z",
)
_STAYS = words(
    rf"(?:(?:let's|let us|{_I}(?:'d| should| must| can| better| had better)?(?: rather| better)?) )?(?:keep"
    rf"|leave) (?:{_IT}|the (?:colou?r|volume|position|size|speed|format|look|length|order|way))"
    rf"(?! (?:at|to|until|till|from|for \d|only|between)){_AS_IT_IS}{_END}",
    rf"let {_IT} (?:be|play|stay|stand|live|run|rest|remain|play on|go on)\W*\Z",
    r"let's (?:wait|not|hold|sleep|postpone|think|discuss|talk|see)\b",
    rf"{_IT}(?:'s| has| have| can| should| must| may| will|'ll| needs?| ought| is| are)?(?: to)? (?:better )?"
    rf"(?:stays?|remains?|staying)(?: put)?{_AS_IT_IS}{_END}",
    rf"{_IT}(?:'s|'re| is| are| was| were)(?: much| a lot| so| really| just| very)? (?:better|perfect|fine|good"
    rf"|great|pretty|nice|lovely|beautiful|okay|ok|alright|important){_AS_IT_IS}{_END}",
    r"nothing (?:should|must|may|shall|is to|has to|will|needs? to|can)\b",
)
_DAY = (
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?|(?:next|this) (?:week|month|year|weekend|evening|afternoon"
    r"|morning|summer|autumn|fall|winter|spring|time)|today|tonight|tomorrow|later(?: on)?|some ?day|one day"
    r"|another (?:time|day)|some other time|(?:january|february|march|april|june|july|august|september"
    r"|october|november|december|christmas|easter|new year)"
)
_VIDEO = r"(?:videos?|projects?|films?|episodes?|versions?|cuts?|drafts?|one|series|season|movie|vlogs?|parts?|clients?|channel)"
_OTHER_VIDEO = (
    rf"(?:in|for|on|with) (?:(?:the|my|our|a|his|her|their|your|tom's) (?:very )?(?:next|other|previous"
    rf"|future|new|following|upcoming|second|last) {_VIDEO}|another {_VIDEO}|future {_VIDEO}"
    r"|the (?:sequel|follow-?up|remake|prequel|trailer|next)\b|(?:episode|version|season|part|volume|chapter)"
    r" (?:two|three|four|2|3|4|b)\b)"
)
_PUT_OFF = words(
    rf"(?:(?:do|start|finish) (?:it|that|this) |all of (?:it|that) |that's |but |only |not |yet |at |by |on |for"
    rf" |maybe |until ){{0,4}}(?:{_DAY})(?:,? (?:is fine|please|maybe|will do|then|works|is enough))?\W*\Z",
    r"(?:(?:do|start) (?:it|that|this) |but |only |not ){1,3}(?:(?:right )?(?:now|yet|here|today)\W*\Z"
    r"|(?:after|once|when|until|before|if|unless|with (?:my|his|her|their|our|tom's)|in (?:this|the|my)"
    rf" {_VIDEO}|on (?:{_DAY})|tomorrow|later|ask)\b)",
    _OTHER_VIDEO + r"(?![^.]{0,60}\d)",
    rf"{_IT} (?:can|could|may|should|will|has to|must) (?:wait|happen later|come later)\b",
    r"there(?:'s| is) no (?:rush|hurry)\b",
    rf"{_I}(?:'ll| will|'d|'m going to| can| am going to) (?:just |probably |rather )?(?:see|let you|get back"
    r"|do (?:that|it|this)|take care|handle|think|tell you|decide|ask|check|confirm|come back|sort it|call)\b",
    rf"{_I}(?: still| first)?(?: have to| has to| needs? to| must| want to| wants to| should)(?: first| still)?"
    r" (?:sleep|think|ask|check|decide|discuss|talk|consult|approve|agree|wait|clear|confirm|look)\b",
    r"let (?:me|us|him|her|them) (?:first )?(?:think|sleep|ask|check|see|decide|consult|get back|talk|approve)\b",
    r"(?:ask|check with|wait for|call|consult|talk to|clear it with) (?:\w+ )?\w+ (?:first|before\w*|back)\b",
)
_TIED = words(
    rf"(?:only )?(?:if|once|when|as soon as|after|until|unless|provided(?: that)?|assuming(?: that)?|in case"
    rf"|before|whenever) (?!you (?:get|have|are)|you're){_I}(?:'s)? (?:\w+ )?(?:agrees?|approv\w+|ok(?:ay)?s?|says?|is|are|gets?|wants?|likes?"
    r"|confirms?|comes?|has|have|signs?|allows?|permits?|decides?|answers?|repl\w+|tells?|calls?|consents?"
    r"|feedback|returns?|pays?|launch|meeting|go-ahead|permission|blessing|okay)\b",
    r"(?:only|but) with (?:\w+'s|my|his|her|their|our|the \w+'s) (?:ok|okay|approval|consent|permission|blessing"
    r"|say-so|go-ahead|agreement)\b",
    r"(?:but )?(?:only )?(?:pending|subject to|depending on|on condition)\b",
    r"(?:but )?only if\b(?! (?:there|it'?s? (?:fits|possible)))",
    r"(?:after|upon|pending|with) (?:\w+'s|my|his|her|their|our|the) (?:ok|okay|approval|consent|permission"
    r"|blessing|release|launch|review|meeting|feedback)\b",
)
# What ends a message and says nothing.
_COURTESY = re.compile(
    r"[\s.!;,]+(?:(?:many )?thanks|thank you|sorry|cheers|my apologies|apologies|please)(?: [a-z ]{0,20})?[\s.!)]*\Z",
    re.IGNORECASE,
)
_BEHIND = (_NO_ORDER, _THINKS_AGAIN, _STAYS, _PUT_OFF, _TIED)
_STARTS = tuple(re.compile(rf"{_LEAD}(?:{one.pattern})", re.IGNORECASE) for one in _BEHIND)
# What takes an order back behind a mere comma, too.
_IN_ONE_BREATH = words(
    rf", ?but (?:only |not )(?:on |in )?(?:{_DAY})\b",
    r"\b(?:but|and) (?:leave|keep) (?:it|them|everything) (?:(?:as|the way) (?:it|they|everything) (?:is|are|was"
    r"|were)|alone|unchanged|untouched)[ .!]*\Z",
    r", then again,",
    r"\bif only \w+ [a-z]+ed\b",
    r"\bbut (?:i'm|i am|we're|we are) not (?:allowed|supposed|permitted|sure|certain)\b",
    r"\bbut (?:i|we|he|she|they|(?:the|my|our) \w+|(?-i:[A-Z][a-z]+)) (?:don't|doesn't|do not|does not|won't"
    r"|hates?|forbids?|mustn't)(?: (?:want|like|allow|agree|think|approve|let)\b[^,.;]{0,20})?[ .!]*\Z",
)
_PUTS_BACK = re.compile(
    r"[ ,]*(?:please |first |can you |now )*(?:cut|remove|delete|mute|make|drop|turn|set|move|put|add|change|take"
    r"|lose|hide|speed|slow|silence|replace|trim)\b.{1,200}(?:[.;,]|\band\b|\bthen\b) ?(?:(?:and|then|but|no|oh"
    r"|sorry|please)[ ,]{1,2}){0,3}(?:(?:bring|put|change|turn|switch|give|take|add) (?:it|them|that|everything)"
    r" back(?: again)?|(?:restore|undo|revert|reset|reinstate|recover) (?:it|them|that|this|everything))\W*\Z",
    re.IGNORECASE | re.DOTALL,
)


def _is_taken_back(plain: str, edit: Edit) -> bool:
    """ "Remove the whoosh. I changed my mind."; "Mute the music. Only if Tom agrees."."""
    if not edit.values:
        return False
    said = _COURTESY.sub("", plain)
    behind = [found.end() for found in _SENTENCES.finditer(said)]
    if any(start.match(said, at) for at in behind for start in _STARTS):
        return True
    return bool(_IN_ONE_BREATH.search(said) or _PUTS_BACK.match(said))


CHECKS = (_is_taken_back,)
