-- Facts are only ever added to. A person who is forgotten takes the words of facts about her along, and nothing else.
grant update (body) on fact to ${app};
