alter table task_draft add column version integer not null default 1;
comment on column task_draft.version is 'Counts what was saved, so that a window that has not seen the latest puts nothing in its place';
