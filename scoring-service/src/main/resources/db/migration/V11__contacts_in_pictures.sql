-- A contact's fact is found by her id; who is forgotten takes the id along.
grant update (fact_key) on fact to ${app};
