-- What a source's deliveries become, and how it signs where that is not the way of its kind.
alter table source add column mapping text; -- JSON
alter table source add column signature text; -- JSON
