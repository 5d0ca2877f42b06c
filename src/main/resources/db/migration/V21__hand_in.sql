create table hand_in (
    case_number  text        not null references application on delete cascade,
    number       integer     not null check (number > 0),
    handed_in_at timestamptz not null,
    claims       text,
    primary key (case_number, number)
);
comment on table hand_in is 'What an applicant stated each time they handed the application in, so that reviewers see what changed between rounds';
comment on column hand_in.claims is 'encrypted; null where it was not kept yet, or deleted because its time was over';

-- Claims change in a draft and after a return only, so those of a case that is in neither state are what was handed in last.
insert into hand_in (case_number, number, handed_in_at, claims)
select handed.case_number, handed.number, handed.reached_at,
       case when handed.number = handed.last and application.erased_at is null and application.status not in ('DRAFT', 'RETURNED')
            then application.claims end
from (select milestone.case_number, milestone.reached_at,
             row_number() over (partition by milestone.case_number order by milestone.id) as number,
             count(*) over (partition by milestone.case_number) as last
      from milestone where milestone.milestone in ('SUBMITTED', 'SUPPLEMENTED')) handed
join application on application.case_number = handed.case_number;

create index notice_by_number on notice (number, id);
