"""Operations carried out on a draft, and the reply that says what has become of it."""
