-- A line that is too long to be taken in is passed over, stretch by stretch, up to its end.
alter table import add column overlong_line int; -- on which the one begins that the place reached is in
