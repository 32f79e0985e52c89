-- Models that are being written. Nothing is scored by them; publishing makes a version of one and takes it away.
create table scoring_model_draft (
  tenant_id text not null,
  draft_id uuid not null,
  body text not null, -- JSON
  changed_at timestamptz not null,
  changed_by text not null,
  primary key (tenant_id, draft_id)
);
call protect('scoring_model_draft');
