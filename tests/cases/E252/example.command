apply example.edit talk.mp4
