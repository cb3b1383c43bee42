"""What ties words together, and what makes a sentence no order."""

from mock_server.agent.lexicon.row import Row

# fmt: off
LINKS: tuple[Row, ...] = (
    ("to", None, "(to|with|at) a target (loudness |level )?of|targeting|to hit|to reach|as the target"
     "|aiming (for|at)|so (that )?it (sits|is|measures) at|目标值?为?|目标响度为?|标准为|达到|维持在"
     "|to|all the way (up|down) to|into|onto|as|->|到|至|为|成|目标为?"),
    ("by", None, "by|via"),
    ("there", None, "(in|at) both (places|spots|stretches|parts)|over (those|the same|these"
     "|both) (stretches|parts|ranges|times)|(in|at) the same (places|spots|times)|在?这(两|几|些)(处|段"
     "|个位置|个地方)|在?(同样|相同)的?(位置|地方)|there|over it|那里|那儿"),
    ("but", None, "但是|但|不过|可是"),
    ("at", None, "at|@|at around|around|at about|at time|在|第|时间点为|时间点|时刻为|时刻"
     "|位于"),
    ("from", None, "from|going from|ranging from|since|off|从|自|由"),
    ("for", None, "(held|kept|shown|displayed|visible|lasting|running|staying) for|held"
     "|(with|having) a (duration"
     "|length) of"
     "|for|over|during|across|within|lasting|over the course of|for about"
     "|(for|over) a (total|duration|period|length|span|stretch)( time)? of"
     "|持续(显示|播放)?|显示|时长|历时|长达"),
    ("each", None, "each|every|apiece|per (picture|image|photo|clip)|每|各|每个|每张|各自"),
    ("out", None, "out|away"),
    ("in", None, "in|within|inside"),
    ("until", None, "until|till|直到"),
    ("then", None, "followed by|then|接着|然后"),
    ("and", None, "and|&|plus|as well as|和|与|以及|及|跟|还有"),
    ("no", None, "no|no more|without|不要|无|没有"),
    ("not", None, "no need to|there's no need to|no reason to|no point in|do anything but"
     "|under no circumstances|by no means|don't|do not|dont|never|not|won't|doesn't|does not"
     "|can't|cannot|isn't|aren't|wouldn't|shouldn't|shan't|mustn't|nothing|nobody|neither|nor|none|stop"
     "|avoid|别|先别|不"
     "|不用|无需|勿|先不|不必|没|未|不能|不得|不可|不许|千万别|不想|(就|也)?免了|(就|也)不必了"),
    ("doubt", None, "remind me( to)?|at some point"
     "|(in|for) (my|the|our) next (video|project|version|film|clip)"
     "|get ready to|leave it to me( to)?|later date|one day|note to self|to do list|down the line"
     "|下个视频|下一个视频|下一版|原本要|原本想|本来要|本来想|在想要不要|想要不要|晚点再?|maybe"
     "|perhaps|possibly|later|not sure|unsure|wonder|wondering|think|thinking"
     "|thought|consider|considering|should (i|we)|would it|could it|what if|if only|how"
     "|what|what's|whats|why|which|is it|is there|are there|does|did|do you|was|were|already"
     "|before|translate|translation|means?|meaning|suggest|suggestions?|ideas?|recommend"
     "|recommendations?|advice|opinion|tell me|explain|talk about|example|hypothetically|might"
     "|may|would|tomorrow|next (time|week|month)|another time|some other time|sometime|soon|disagree"
     "|guess|probably|planning|plan|going to|gonna"
     "|someday|eventually|yesterday|earlier today|do i|can i|could i|shall (i|we)|options?"
     "|possible|也许|可能|或许|以后|待会|等一下|等会|等下|稍后|回头|考虑|想想|要不要|是不是|是否"
     "|怎么|怎样|如何|什么|为什么|为何|哪|哪个|哪些|多少|多长|吗|建议|推荐|翻译|意思|已经|之前说"
     "|据说|听说|以为|要不|想知道|好奇|好不好|行不行|可不可以|会不会|该不该|打算|准备|考虑要不要|觉得|明天|后天|下次|下周|改天"
     "|过几天"),
    ("nevermind", True, "算了|算了吧|算啦"),
    ("ba", None, "把|将|让|使|给|叫|拿|(只|仅)(让|把|将|给)"),
    ("again", None, "again|once again|重新"),
    ("exists", None, "there is|there's|there are|there was|there were|有"),
    ("must", None, "(should|must|is to|has to) become|should be|must be|needs? to be|has to be|have to be"
     "|should have|must have|should"
     "|must|has to|have to|needs? to|ought to|需要|应该|应该是|应|应为|必须|必须是|得是"),
    ("cond", None, "given that|on (the )?condition( that)?|suppose|supposing|wherever|should the|subject to"
     "|pending|if|unless|whenever|in case|provided|as long as|only if|depending|whether|when it"
     "|when|as soon as|once (i|we|you|he|she|they|the|it)|by the time"
     "|in the event|assuming|provided that|until (i|you|we)"
     "|如果|要是|假如|除非|若|倘若|万一|的话|只要是|只要(客户|老板|领导|甲方|大家|你|他|她)"),
)
# fmt: on
