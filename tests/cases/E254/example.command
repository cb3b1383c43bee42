apply example.edit talk.mp4 -o day2
