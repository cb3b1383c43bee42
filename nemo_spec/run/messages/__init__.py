"""One instruction: batched, delivered, listened to, recovered."""
