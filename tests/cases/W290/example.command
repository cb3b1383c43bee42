plan example.edit --offline
