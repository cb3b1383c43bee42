"""Words that the plainer turns of Chinese share."""

from mock_server.agent.values.numbers import NUMBER

N = NUMBER
LONG = rf"(?:{N}) ?秒钟?"
SEC = rf"(?:第?(?:{N}) ?秒钟?|[0-9]{{1,2}}:[0-9]{{2}})"
RANGE = rf"(?:从?第?(?:{N}) ?秒?钟?[到至-]第?(?:{N}) ?秒钟?)"
STOP = r"(?:吧|了|就行|就好|即可|就可以|哈|啊|呀|哦|谢谢|拜托)*[ ,.!。!~～]*\Z"
ASK = "(?:请|麻烦你?您?|帮我|帮忙|把|将|给我|给|让)*"
