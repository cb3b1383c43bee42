apply command_line.edit talk.mp4 day2/talk.mp4
