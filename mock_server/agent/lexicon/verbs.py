"""What is to be done."""

from mock_server.agent.lexicon.row import Row

# fmt: off
VERBS: tuple[Row, ...] = (
    ("add", "add", "adds?|adding|insert|include|create|append|attach|throw in|drop in|pop in|put in"
     "|stick in|introduce (the|our|my) (speaker|guest|host) with"
     "|there (should|must) be|missing|write|record|burn in|burn|type|superimpose|overlay"
     "|overlaid|lay|layer|start with|introduce|bring in|add in|add on|provide|supply|slip in|lay down"
     "|lay in|let there be"
     "|tack on|tack|mix in|blend in|trigger|underlay|put up|put on|show me"),
    ("add", "add", "添入|添上|增添|衬以|配以|附上|补上|搭配|安排|垫|插到|触发|录制|录一段|录上|添加|引入"
         "|录入|加上|加入|加个|加一个|加一段|加一条|加一声|加声|加一句|加一"
     "|加张|加段|加点|加些|加|插入"
     "|新增|增加一个|增加|配上|配个|配段|配点|配一|配|写上|写|打字|打出|打上|叠加|制作|创建|缺少"
     "|追加|接到|接在|接一段|接一个|接个|接|拼到|拼上|接上|贴上"
     "|盖上|叠上去?|叠在|叠到|叠|叠加上去?|叠加(在|到)|来个|来一个|来段|来一段|来点|来首|来一首|来一声|放上来|摆上来"
     "|贴上来|加上来"
     "|来一次|弄个|放上|放一个|放个|放一段|上个|铺上|铺一层"
     "|铺个|铺一段|铺一首|铺|垫上|垫一首|垫一段|垫个|垫一层|衬上"),
    ("show", "show", "present (these|the following|both|the)|show|shows|display|put|place|position|have"
     "|play|plays|(play|plays|playing|run"
     "|runs) back|perform|use|apply|render|give"
     "|pin|flash|slap|stick|throw|plop"
     "|put back|sit|sits|let me (have|see|get)"),
    ("show", "show", "显示|来播放|出现|出来|进来|响起|展示|固定|贴个|贴|(挂上|挂着|挂个|挂)|怼在?|怼到"
     "|搁在?"
     "|闪一下|打上|放在|放到|放入|放进|放|摆在|摆到|(排列|摆放|放置|排放|编排)(到|在|于)?|排(在|入|进"
     "|上)|摆(上|入|进)|置于|用|使用|采用|施加|启用|应用(到|于)?"
     "|套用|套上|套|播放|呈现"),
    ("have", None, "have|let"),
    ("remove", "remove", "remove|removes|removing|discarding|deleting|dropping|erasing|omitting"
     "|eliminating|delete|erase|get rid of|do away with|getting rid of"
     "|take out|take away|take off|taking out|eliminate|lose|kill|clear|discard|strip out|strip off|strip"
     "|dump|ditch|scrap|throw away|throw out|wipe|has to go|have to go|must go|should go|no longer needed"
     "|needs? to go|can go|can be (removed|deleted|cut)|(must|should) not (exist|be there)"
     "|there (shouldn't|should not|must not) be"
     "|(must|should) not be (in|on) the (video|film|clip|timeline)"
     "|(must|should) not be in it|shouldn't be (in|on) the (video|film|clip|timeline)"
     "|toss|drop|omit|nix|hide|peel off|nuke|axe|bin|trash|chuck|chuck out|zap|take down|empty the"),
    ("remove", "remove", "去一下|去下|干掉|(消|清|去|移)除掉|咔掉|掐了|剪了|扔了|撤掉|撤了|掐掉|删除掉"
     "|删除|删掉"
     "|删去|删|去掉|去除|移除|清除|取消掉?|除去|消掉|消除|消去"
     "|剔除|拿掉|撤掉"
     "|不(再)?需要了|用不着了|不要了|清掉|抹掉|扔掉|丢掉|清空"),
    ("cut", "cut", "edit out|edits out"
     "|cut off|cut out|cut away|cut|cutting|cuts|trim off|trim away|trim|trimming"
     "|chop off|chop out|chop|snip off|snip out|snip|skip|clip off|clip out|shave off|crop out"
     "|crop off|slice off|slice out|leave out|excise|shorten|shave|shaving|lop off|lop|hack off|knock off"),
    ("cut", "cut", "剪除|裁除|截除|切去|剪掉|剪去|剪切掉|剪切|剪短|剪下|裁掉|裁去|切掉|切除|截掉|砍掉|剪"
     "|裁剪掉|裁了|跳过|截去"
     "|缩短"),
    ("keep", "keep", "keep|keeping|retain|preserve|leave|hold on to|only keep|save|extract"),
    ("only", "only", "(only|just) the following|solely|exclusively|only|nothing but|just the|only the"),
    ("keep", "only", "(裁剪|剪裁|裁|剪|剪切|缩|缩短|删)(到|至|得)(只剩|只留)下?|只保留|仅保留|只留下"
     "|只留|只要|只需要|只用|仅留|只取|只截取|只剩"),
    ("keep", "keep", "保留(下来)?|留下来?|截取|(剪|截|裁|切|剪辑)出(来)?|留住|留"),
    ("set", "set", "do an?|bump|draw|make|makes|making|set|sets|setting|change|changes|changing|changed"
     "|turn"
     "|adjust"
     "|adjusting|let|render as|convert|switch|transform|modify|edit|update|put it|have it|get"
     "|bring|tweak|alter|colou?r it|multiply|restyle|turn it|turn this|turn that|go|fix|correct"
     "|apply|keep it"),
    ("set", "set", "定在|升到|升至|提至|提升至|减小到|减至|变更(为|成)|切换(到|为|成)|提到|开到|控制在"
     "|控制到|控制为|限制在|改成|改为|改到|改|变成|变为|变|设置为|设置成|设置"
     "|设定为|定为|保持(在)?|设定|设为|设成|设|调整为"
     "|调整到|调整成|调整|调为|调成|调到|调至|调|转成|转为|转换成|转换为|转换|弄成|弄|裁成|剪成"
     "|做成|换|处理成|搞成|搞|拉到|压到"),
    ("move", "move", "move|moves|moving|shift|shifts|push|slide|reposition|retime|relocate|drag|bump"
     "|nudge|shove|send"),
    ("move", "move", "移动|移|挪|拖|搬"),
    ("replace", "replace", "replace|replacing|swap out|swap|switch out|substitute|exchange|trade"
     "|change out|cover|cover up"),
    ("replace", "replace", "替换为|替换成|替换掉|替换|换成|换为|更换为|更换成|更换|换掉|改用"),
    ("exchange", True, "trade places|change places|switch places|对调|互换|交换|调换|对换"),
    ("rename", "rename", "call|rename|retitle|reword|rewrite|retype|relabel|更名|重命名|改名为"),
    ("begin", "begin", "(start|starting|beginning) point|comes?|playing (from|at)|start|starts|begin|begins"
     "|starting|beginning|started|cued|come in|comes in|appear|appears"
     "|kick off|enter|open|opens|starts off|start off"),
    ("begin", "begin", "起播|播起|开始播放|开始放|开始播|开始|起|出现于|开场|进|进场|入场|登场|入点"),
    ("finish", "finish", "end|ends|ending|finish|finishes|stop|stops|close|wrap up"),
    ("finish", "finish", "结束|收|收尾|打住|消失|退场|出点"),
    ("last", "last", "last|lasts|lasting|run|runs|running|stay|stays|stay up|span|take|go on"
     "|be on screen|stay on screen|remain|remains"),
    ("last", "last", "持续|停留|显示时长|时长为|时长|长度|时长改为|长"),
    ("undo", "undo", "undo|undo that|undo it|undo this|undo the last (change|edit|step|one|thing)"
     "|revert|revert that|revert it|(revert|undo) (that|this) (very )?last (change|edit|step)"
     "|revert the last (change|edit|step)|take that back"
     "|take it back|go back one step|step back|roll back|roll that back|roll it back"
     "|put it back (how|the way|as) it was|undo the last thing you did|undo last"
     "|undo what you just did|undo (only|just) the last (change|edit|step|one|thing)"
     "|undo the last (change|edit|step|one|thing) only|never mind that|ctrl z|restore the previous version"
     "|go back to the previous version|back to (how|the way) it was|undo the last action"
     "|undo my last (change|edit)|revert my last (change|edit)|put that back"),
    ("undotwo", True, "undo (both|the last two|my last two|those two)( of those| of them)?( changes|"
     " edits| steps| things)?"
     "|revert (both|the last two)( changes| edits| steps)?|undo (both|the last two) (changes|edits|steps)"
     "|(撤销|撤回)(前|最后|最近|刚才)?两步"),
    ("undoall", True, "(undo|revert) (everything|all|it all|all of it|all of that)"
     "|(undo|revert) all( of)?( the| my| these| those)? (changes|edits|steps)"
     "|(undo|revert) (everything|all) (you|i|we) (did|have done|changed)"
     "|(全部|都)(撤销|撤回)|(撤销|撤回)(全部|所有)(的?(操作|修改|编辑|改动|步骤))?"),
    ("undo", "undo", "撤销|撤回|撤销上一步|撤回上一步|恢复上一步|回退|退回上一步|还原上一步"
     "|撤销刚才的操作|撤回刚才的操作|撤销刚才的修改|恢复到上一步|回到上一步|撤销刚刚的操作"
     "|撤销刚才那步|撤销(这一?步|这个操作)|返回上一步"),
    ("add", "add", "incorporate|slot in|fit in|work in|新建|新建一个|嵌入|置入|加进|摆上|弄一个|弄一条"
     "|做一个|放置"),
    ("show", "show", "feature|flash up|采用|选用"),
    ("set", "set", "定为|定成"),
    ("begin", "begin", "appearing"),
    ("last", "last", "takes|taking|spanning|staying|staying up"),
)
# fmt: on
