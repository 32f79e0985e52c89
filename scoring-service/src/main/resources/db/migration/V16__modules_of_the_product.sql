-- Which events of the tracking plan are use of which module. Where the plan was told before, it is empty until the plan
-- is told again.
alter table tenant_settings add column modules text not null default '{}'; -- JSON object: module to array of event names
