apply example.edit talk.mp4 -o final.mp4
