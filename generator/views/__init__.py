"""How each kind of thing looks to a reader, whatever the page: facts in words, no markup."""
