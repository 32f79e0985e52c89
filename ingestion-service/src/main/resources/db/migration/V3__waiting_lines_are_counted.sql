-- How many lines of an import wait is how many stand in the quarantine: a line that was corrected by another file waits no longer.
-- What is neither accepted, rejected nor waiting was there already. The columns stay for instances of the version before.
comment on column import.waiting is 'no longer written: counted in the quarantine';
comment on column import.duplicate is 'no longer written: what is neither accepted, rejected nor waiting';
