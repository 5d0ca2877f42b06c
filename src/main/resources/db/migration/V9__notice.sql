create table notice (
    id      bigint      generated always as identity primary key,
    account text        not null,
    key     text        not null,
    kind    text        not null,
    number  text        not null,
    at      timestamptz not null,
    read_at timestamptz,
    unique (key, account)
);
comment on column notice.key is 'What it tells of, such as milestone:17: each person is told once';
comment on column notice.kind is 'The template, as accepted or staff-reminder';
comment on column notice.number is 'Case or session';
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
