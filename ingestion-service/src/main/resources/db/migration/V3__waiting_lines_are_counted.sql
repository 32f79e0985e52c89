-- How many lines of an import wait is how many stand in the quarantine: a line that was corrected by another file waits no longer.
-- What is neither accepted, rejected nor waiting was there already.
alter table import drop column waiting;
alter table import drop column duplicate;
