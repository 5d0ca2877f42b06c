create table notice (
    id           bigint      generated always as identity primary key,
    milestone_id bigint      not null unique,
    account      text        not null,
    case_number  text        not null,
    milestone    text        not null,
    at           timestamptz not null,
    read_at      timestamptz
);
comment on column notice.milestone_id is 'The line of the case''s timeline that it tells of: one notice for each';
create index notice_inbox on notice (account, id desc);
create index notice_unread on notice (account) where read_at is null;

create table notice_text (
    notice_id bigint not null references notice,
    locale    text   not null check (locale in ('zh-CN', 'en')),
    subject   text   not null,
    body      text   not null,
    primary key (notice_id, locale)
);
comment on column notice_text.body is 'HTML, with everything that was filled in escaped';
