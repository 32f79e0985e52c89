-- Models tried on the tenant's history: the whole question, so that it can be asked again, and the answer.
create table backtest (
  tenant_id text not null,
  backtest_id uuid not null,
  model_id text not null, -- a published one's or a draft's; drafts go, their backtests stay
  document text not null, -- JSON of the model, as it was
  plan text not null, -- JSON
  time_zone text not null,
  holidays text not null, -- JSON array of dates
  core_features text not null, -- JSON object: the events of each
  known_through timestamptz not null,
  segment_by text,
  asked_at timestamptz not null,
  asked_by text not null,
  state text not null, -- queued, running, done, failed
  accounts int not null default 0,
  done int not null default 0,
  last_account text, -- looked at so far, in the order of ids
  finished_at timestamptz,
  failure text,
  report text, -- JSON
  primary key (tenant_id, backtest_id)
);
create index backtest_of_model on backtest (tenant_id, model_id, asked_at);
create index backtest_open on backtest (tenant_id, asked_at) where state in ('queued', 'running');
call protect('backtest');

-- What a running backtest has observed, until it is done. Of each account a row of numbers: scores in hundredths.
create table backtest_account (
  tenant_id text not null,
  backtest_id uuid not null,
  account_id text not null,
  segment text,
  assumed bigint not null,
  pieces bigint not null,
  weeks int[] not null,
  primary key (tenant_id, backtest_id, account_id)
);
call protect('backtest_account');
