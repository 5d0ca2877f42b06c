create table notice_template (
    kind        text        not null,
    locale      text        not null check (locale in ('zh-CN', 'en')),
    version     integer     not null check (version > 0),
    subject     text        not null,
    body        text        not null,
    sms         text        not null,
    shipped     text        not null,
    restores    integer,
    edited_at   timestamptz not null,
    edited_by   text        not null,
    reason      text        not null,
    primary key (kind, locale, version)
);
comment on table notice_template is 'What process owners made of the words of a notice; the highest version is in force, version 0 comes with the program';
comment on column notice_template.sms is 'Empty: the subject goes out';
comment on column notice_template.shipped is 'The template of the program at that time, as one text';
comment on column notice_template.restores is 'The earlier version that this one brings back; 0 follows the program from here on';

alter table notice add column said jsonb;
comment on column notice.said is 'The values that were filled in; null before they were kept';
alter table notice_text add column version integer not null default 0;
alter table notice_text add column sms text;
comment on column notice_text.version is 'Of the template; 0 is the one that comes with the program';
comment on column notice_text.sms is 'What a short message says of it; null where that is the subject';
create index notice_of_kind on notice (kind, id desc);

create table notice_choice (
    account text    not null,
    kind    text    not null,
    channel text    not null check (channel in ('MAIL', 'SMS')),
    wanted  boolean not null,
    primary key (account, kind, channel)
);
comment on table notice_choice is 'What a person has chosen otherwise than notice-routing.dmn proposes, where it lets them';

create table staff_digest_choice (
    account text not null primary key,
    since   timestamptz not null
);
comment on table staff_digest_choice is 'Staff who get one mail each working day instead of one for each notice';

create table staff_digest (
    account text        not null,
    day     date        not null,
    made_at timestamptz not null,
    primary key (account, day)
);
comment on table staff_digest is 'Whose morning has been looked at; one digest a day and person, whatever is started again';
