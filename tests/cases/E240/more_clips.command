plan more_clips.edit talk.mp4 close.mp4
