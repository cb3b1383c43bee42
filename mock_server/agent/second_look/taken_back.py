"""An order that the words behind it take back, put off or tie to somebody's consent: "Remove the logo. False
alarm.", "Mute the music. But not today.", "把标题删掉，我开玩笑的"."""

import re

from mock_server.agent.second_look.edit import Edit
from mock_server.agent.second_look.words import words

_SENTENCES = re.compile(r"(?:[.!?;…]+|[:–—-](?= ))\s+|\n+")
_PARTS = re.compile(r"(?:[.!?;,…]+|[:–—-](?= ))\s+|\n+|\s(?=\b(?:but|and|or|because|since)\b)")
_AT_LEAD = (
    r"(?:(?:and|but|or|so|oh|ha|haha|hah|well|no|nah|nope|ah|um|uh|er|erm|hm+|sorry|oops|whoops|wait|please"
    r"|just|all right|alright|okay|ok|actually|then again|better|maybe|hey|my bad|damn|lol|yeah|anyway"
    r"|nevertheless|of course|on reflection|come to think of it|thinking about it)[ ,.!–—-]+){0,4}"
)
_IT = r"(?:it|them|that|this|those|these|everything|things|all of (?:it|that)|both)"
_NOT = r"(?:not|n't|never|no longer)"
_SOMEBODY = (
    r"(?:i|we|you|he|she|they|someone|somebody|(?:the|my|our) (?:client|boss|editor|director|customer|team"
    r"|producer|lawyer|label|wife|husband|[a-z]+)|(?-i:[A-Z][a-z]+))"
)
_WHEN = (
    r"(?:(?:next|this|in) (?:week|month|year|weekend|evening|afternoon|summer|autumn|winter|spring)|today"
    r"|tonight|tomorrow|later(?: on)?|(?:some|one) ?day|some other time|another (?:time|day)|(?:on )?(?:monday"
    r"|tuesday|wednesday|thursday|friday|saturday|sunday)|now|yet|soon"
    r"|next time|here|in (?:this|the (?:next|other)|another|my (?:next|other)) (?:video|project|film|clip"
    r"|episode|version|cut|draft|one))"
)
_TAKES_BACK = words(
    # It was no order, …
    r"(?:ha[, ]+)?(?:got(?:cha| you)|psych|sike|as if|not really|gotcha)\b",
    r"(?:i(?:'m| am| was)|we(?:'re| are)|it(?:'s| was)|that(?:'s| was| is)|this (?:is|was))?(?: only| just"
    r"|obviously|all| merely)* ?(?:(?:a |an? bad |my little )?(?:joke|prank|jest|thought|idea|suggestion|test"
    r"|example|typo|slip|mistake|error|accident|misunderstanding|bluff|quotes?|quotation)"
    r"|joking|kidding|messing(?: with you)?|teasing(?: you)?|testing(?: you)?|thinking out loud|brainstorming"
    r"|trolling|rambling|musing|dreaming|daydreaming|hypothetical(?:ly)?|rhetorical)\b(?! in (?:the|my))",
    r"(?:that|this|it|the above|the last one)(?: one| sentence| message| line| bit| part| request| command"
    r"|order)?(?:'s| is| was| were| would be)(?: just| only| really| obviously| probably| actually)*"
    r" (?:not (?:an? |my |meant|what|for|to you|intended|an? order|needed|necessary)"
    r"|n't (?:an? order|meant|for you)|meant (?:for|to)|for (?:later|someone|somebody|my|the|another|a "
    r"|version|episode|our|him|her|them|tom)|from|addressed|supposed|the (?:wrong|dictation|autocorrect)"
    r"|exactly what|what (?!follows)|an? (?:wrong|bad|stupid|terrible|example|mistake)|(?:too )?(?:boring|wrong"
    r"|unwise|silly|stupid|overkill|unnecessary)|hypothetical|irony|sarcasm|ironic|sarcastic)",
    r"(?:that|it|this)(?:n't| not| won't be| will not be| would not be| wouldn't be| isn't| is not)?"
    r" (?:really )?(?:needed|necessary|required|serious|an order|a request)\b",
    r"(?:won't|will not|would ?n[o']t) (?:be (?:needed|necessary)|do)\b",
    r"(?:that|it|this) (?:won't|will not|wouldn't|isn't|is not)\b(?: \w+){0,2} (?:needed|necessary|required"
    r"|serious|for you)",
    rf"{_SOMEBODY} (?:said|say|says|wrote|typed|sent|dictated|pasted|told|asked|meant) (?:that|this|it|so"
    r"|the wrong)\b",
    r"(?:my|the) (?:cat|dog|kid|son|daughter|child|baby|toddler|brother|sister|friend|roommate|wife|husband"
    r"|phone|keyboard|[a-z]+) (?:typed|wrote|sent|said|dictated|walked|was on|sat on|did)\b",
    r"(?:the )?(?:voice input|dictation|autocorrect|auto-correct|auto-?complete|clipboard|copy[ -](?:and|&|n)"
    r"[ -]?paste|paste|typing|input)(?: error| mistake| slip| fail)?(?: again)?\b",
    r"(?:sent|written|typed|pasted)(?: that| this| it)? (?:by (?:mistake|accident)|accidentally|in error)\b",
    r"(?:wrong|another|different) (?:video|project|file|window|chat|tab|thread|channel|person|recipient"
    r"|sentence|message|text|conversation|draft|button|clip(?! order)|one|line|assistant|app)\b",
    r"(?:false alarm|forget (?:it|that|this|i said|what i|both|all|everything|about|my|the (?:last|whole))"
    r"|never ?mind|disregard|ignore|withdrawn|abort|cancel(?:led|ed)?\b(?! the (?:noise|echo))|belay|strike that|negative"
    r"|denied|rejected|revoked|retracted|void|dismissed|hold on|hold off|stop\W*\Z|halt\W*\Z|wait\W*\Z"
    r"|not (?:yet|now|today|really|needed|necessary)\b|pay no attention|no need|no can do|scrap that\W*\Z"
    r"|scratch that\W*\Z|no way|over my dead body|no chance|not a chance|don't you dare|i dare you)",
    # … the speaker has thought better of it, …
    r"(?:i|we)(?:'ve| have)? (?:just )?(?:changed (?:my|our) minds?|misspoke|withdraw|retract|revoke|take (?:it|that|this)"
    r"|regret|reconsider(?:ed)?|confused|mixed (?:it|that|this|up|things)|mistyped|pasted|copied|misread"
    r"|(?:didn't|did not|don't|do not|never) (?:really )?(?:mean|want|say|order|ask)"
    r"|was (?:joking|kidding|wrong|mistaken)|hit send)",
    r"changed (?:my|our) minds?|second thoughts\b|(?:on )?second thoughts?[, ]+no\b",
    r"(?:i|we)(?:'d| would)?(?: still| really| do| actually| want| need| like| love| prefer| rather| to| do"
    r"|'d)* (?:keep|leave|need|want|like|love|prefer) (?:to (?:keep|leave) )?(?:it|them|that|this|both|things"
    r"|everything)(?: (?:there|on|in|here|back|too much|as (?:it|they) (?:is|are|was|were)|the way.*|for now"
    r"|after all|first|still|anyway|very much|so much|unchanged|alone))*\W*\Z",
    rf"(?:let's |let us |i'd |we'd |you (?:can|should|may|better) |(?:we|you|it) must |rather )*(?:keep|leave)"
    r" (?:it|them|that|this|those|both|everything|things|all of (?:it|that)|(?:the|its|their) (?:colou?r"
    r"|volume|position|size|text|speed|format|look|length|order|way))"
    r"(?: (?:as|like|the way|how|where) (?:it|they|that|everything)(?:'s| is| are| was| were| has)\b.*| alone"
    r"| on| in| there| here| be| (?:for )?(?:now|today)| unchanged| untouched| in(?: there)?| after all| please"
    r"| then| visible| in peace)*\W*\Z",
    r"let (?:it|them|that|everything) (?:be|play|stay|stand|live|run|rest|go on|remain)\W*\Z",
    r"let's (?:wait|not|hold|sleep|postpone|think|discuss|talk|see)\b",
    r"(?:it|they|that|everything|this)(?:'s| has| have| can| should| must| may| will|'ll| needs?| had better"
    r"|ought)?(?: to)? (?:better )?(?:stays?|remains?)(?: (?:as (?:it|they) (?:is|are|was|were)|there|in|on"
    r"|put|here|please|after all|unchanged))*(?:, (?:sorry|please))?\W*\Z",
    r"(?:it|they|that|everything)(?:'s| is| are|'re) (?:much |a lot |so much )?(?:better|perfect|fine|good"
    r"|great|pretty|nice|lovely|beautiful|ok|okay|alright|important|needed)"
    r"(?: (?:as|the way) (?:it|they) (?:is|are|was|were)| already| enough| though| after all| like that)*\W*\Z",
    r"(?:nothing|not a thing) (?:should|must|may|shall|is to|has to|will|needs? to|can) (?:be )?(?:change"
    r"|changed|happen|go|move|touched|done)\b",
    r"(?:bring|put|change|turn|switch|set|get|give|take|add|move) (?:it|them|that|everything|things) back\W*\Z",
    r"(?:restore|undo|revert|reset|reinstate|recover|un-?mute|reverse) (?:it|them|that|this|everything)\W*\Z",
    r"(?:please )?(?:don't|do not|no|nope|nah|not)(?: do (?:it|that|this|so|anything))?(?: yet| now| please"
    r"|though| after all)*\W*\Z",
    r"(?:[a-z' ]{0,24}(?:, )?)so (?:please )?(?:don't|no|not|leave it|forget it|keep it|stop)\W*\Z",
    r"(?:white|black|red|silence|loud|quiet|slow|fast|the old|the original|it) (?:is|was|were) (?:better|nicer"
    r"|fine|boring|prettier),? so (?:don't|no|not)\b",
    r"(?:delete|erase|remove|ignore|skip|drop) (?:my|the|this|that) (?:last |previous |above )?(?:sentence"
    r"|message|line|request|order|command|words?|statement|comment)\b",
    r"(?:ask|check with|wait for|call|consult|talk to|let me ask) (?:tom|me|us|him|her|them|[a-z]+) (?:first"
    r"|before|back)\b",
    r"then again\b|on the other hand\b|who am i kidding\b|what am i saying\b|(?:my )?(?:mistake|bad|fault|error)"
    r", (?:i|we|it|leave|keep)\b",
    r"(?:my|our) (?:mistake|bad|fault|error)\W*\Z|(?:i|we) stand corrected\b",
    # … it is for later, for somebody else, …
    rf"(?:but |only |just |do (?:it|that|this) |all of (?:it|that) |and |not |later |at |no rush,? |by )*"
    rf"(?:but (?:not|only)|only|not|do (?:it|that|this)|all of (?:it|that)) (?:only |not |first )?{_WHEN}\b",
    rf"(?:later(?: on| then| maybe)?|tomorrow|tonight|{_WHEN})\W*\Z(?<!now)(?<!now[.!])(?<!here)(?<!here[.!])",
    r"(?:do (?:it|that|this)|(?:but )?only|(?:but )?not|start|begin)(?: \w+)? (?:after|once|when|until|before|if"
    r"|unless|on (?:mon|tue|wed|thu|fri|sat|sun)\w*|with my|with (?:his|her|their|the)"
    r"|in the (?:next|other|second|follow)|for the (?:next|other|second)) ?",
    r"(?:in|for) (?:the|my|our|a|his|her) (?:next|other|second|previous|last|future|follow-?up|sequel"
    r"|new) (?:video|project|film|clip|episode|version|cut|draft|one|part)\b",
    r"(?:in|for) (?:the (?:sequel|follow-?up|remake)|another|(?:episode|version|season|part) (?:two|three|2|3))\b",
    r"(?:that|it|this|all of that) (?:can|could|may|should|will|has to|must) (?:wait|happen later|come later)\b",
    r"there(?:'s| is) no (?:rush|hurry)\b|no (?:rush|hurry), (?!thanks)",
    rf"(?:if|once|when|as soon as|after|until|unless|provided|assuming|in case|before|when(?:ever)?) {_SOMEBODY}(?:'s)?"
    r" (?:agrees?|approv\w+|ok(?:ay)?s?|says?|is|are|gets?|wants?|likes?|confirms?|comes?|has|have|had|signs?"
    r"|allows?|permits?|decides?|answers?|replies|tells?|calls?|consent|feedback|review|return|launch|meeting"
    r"|pays?|release)\b",
    r"(?:i|we|he|she|they|(?:the|my|our) [a-z]+|(?-i:[A-Z][a-z]+))(?:'ll| will| can|'d| would| am going to|'m going to)"
    r" (?:just |probably |rather )?(?:see|let you|get back|do (?:that|it|this)|take care|handle|think|tell you|decide|ask|check|confirm"
    r"|come back|sort it|call)\b",
    r"(?:i|we)(?: still| first|'ll)*(?: have to| need to| must|'ve got to| want to| should)(?: first| still)*"
    r" (?:sleep|think|ask|check|decide|discuss|talk|consult|see|wait|clear|confirm|look into)\b",
    r"let (?:me|us) (?:first )?(?:think|sleep|ask|check|see|decide|consult|get back|talk)\b",
    r"only with (?:my|his|her|their|the|our|[a-z]+'s) (?:ok|okay|approval|consent|permission|blessing|say-so"
    r"|go-ahead|agreement)\b",
    r"(?:pending|subject to|depending on|provided|assuming|unless)\b",
    r"(?:in the other|not in this|not here|elsewhere|somewhere else|that belongs|belongs)\b",
    r"(?:but|though|although) (?:i(?:'m| am)|we(?:'re| are)) not (?:allowed|supposed|sure|permitted|certain)\b"
    r"|but (?:i|we|tom|[a-z]+ [a-z]+|[a-z]+) (?:don't|doesn't|do not|does not|can't|cannot|won't|mustn't"
    r"|may not|must not|shouldn't)(?: (?:want|like|allow|agree|think|approve|let|need|do)\b.{0,20})?\W*\Z",
    r"(?:if only\b|because (?:it's|i|they|that's) (?:great|love|like|perfect)\b)",
    r"one moment\b|just a (?:sec|second|moment|minute)\b|hang on\b(?=\W*\Z)",
)
