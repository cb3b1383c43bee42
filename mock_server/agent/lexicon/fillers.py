"""Words around an order; they carry nothing."""

ENGLISH = (
    "the|an?|please|pls|plz|just|now|also|too|can you|could you|would you|will you|can u|could u"
    "|can we|could we|let's|lets|let us|i want to|i'd like to|i would like to|i want you to"
    "|we need to|i need to|i need you to|we want to|i wanna|go ahead and|kindly|maybe you can|for me"
    "|for us|thanks?|thank you|cheers|ok|okay|hey|hi|hello|so|well|then|finally|lastly|next"
    "|after that|actually|really|simply|quickly|there|here|like|some|of|with|on|in|and also|my"
    "|your|our|this|that|these|those|its|is|are|be|being|exactly|only once|once|following|current"
    "|existing|total|um+|uh|guys?|mate|dude|right away|asap|a nice|nice|small|single|new|another|one"
    "|uploaded|upload|named|called|which|who|up front|in total|as well|effect|effects|animation"
    "|completely|entirely|totally|altogether|layer|element|itself|yet another|shall|will|gets?|got"
    "|want|wants|need|i'd like|i would like|would like|i|we|you|me|us|give me|here's|here is|time"
    "|times|both sides|instead please|if possible|when possible|somewhat|kind of|sort of"
    "|already there|yeah|yes|yep|sure|great|good|perfect|awesome|alright|hmm|oh|in order|such"
    "|such as|er|e'g|english|in english|of the (frame|screen|picture|canvas|video|clip|project)"
    "|edges?|simply|plus|along|straight|immediately|once more|as a|file|slideshow|towards?|an extra"
    "|extra"
)

CHINESE = (
    "顺便|那|请|麻烦|帮我|帮忙|给我|帮|一下|的|了|吧|呢|啊|哦|嘛|个|一个|一段|一条|一张|一首|一句|一行|一点"
    "|点|些|一些|现在|也|还|就|都|再|又|可以|能不能|能否|能|可否|我想|我要|我想要|想要|我|你|您|这个"
    "|那个|这段|那段|这|那|该|地|得|着|里|中|上|下|处|时|时候|为|是|于|以|并|且|并且|后|条|段|首|张"
    "|句|行|进行|处理|做|一|们|其|所有的|以下|上传的|上传|文件|幻灯片|新的|新|麻烦你|谢谢|辛苦|好的"
    "|好|呀|对|对于|要|最好|先|直接|等|如|为准|为基准|为中心|英文|边缘|时间|时间范围|显示时间"
    "|显示时间为|时间为|作为|当作|当|同时|另外|画面上|屏幕上|视频里|视频中|视频上|画面里|画面中|轨道"
    "|效果|各|内容|文字内容|内容为|文字为|写着|显示为"
)
