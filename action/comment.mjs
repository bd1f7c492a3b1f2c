import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { beginning, given, say } from './run.mjs';

/** GitHub takes no more in a comment. */
const mostCharacters = 65_000;

const { pull_request: request, repository } = given.payload;
if (!request) say('notice', 'There is no pull request to comment on; the report is in the step summary.');
else if (request.head?.repo?.full_name !== request.base?.repo?.full_name)
  say('notice', 'A request from a fork may not be commented on; the report is in the step summary.');
else if (given.markdown === '') say('notice', 'Nothing was compared, so that there is nothing to comment.');
else
  await keepComment().catch((error) => {
    say('warning', `The comment could not be written: ${error.message} The report is in the step summary.`);
  });

/** Writes the comment anew, or the first one. */
async function keepComment() {
  const where = relative(process.env.GITHUB_WORKSPACE ?? process.cwd(), given.directory);
  const mark = `<!-- policyc ${where.replace(/--+|[<>\s]/g, '-') || '.'} -->`;
  const body = beginning(`${mark}\n${readFileSync(given.markdown, 'utf8')}`, mostCharacters);
  const mine = await findComment(mark);
  if (mine === undefined)
    await ask(
      'mutation($subject:ID!,$body:String!){addComment(input:{subjectId:$subject,body:$body}){clientMutationId}}',
      {
        subject: request.node_id,
        body,
      },
    );
  else if (mine.body.trim() !== body.trim())
    await ask(
      'mutation($id:ID!,$body:String!){updateIssueComment(input:{id:$id,body:$body}){clientMutationId}}',
      {
        id: mine.id,
        body,
      },
    );
}

/** A comment that begins with the mark and is ours: others can write the mark, too. */
async function findComment(mark) {
  const query = `query($owner:String!,$name:String!,$number:Int!,$after:String){repository(owner:$owner,name:$name){
    pullRequest(number:$number){comments(first:100,after:$after){
      nodes{id body viewerDidAuthor} pageInfo{hasNextPage endCursor}}}}}`;
  const of = { owner: repository.owner.login, name: repository.name, number: request.number };
  let after = null;
  for (;;) {
    const data = await ask(query, { ...of, after });
    const { nodes, pageInfo } = data.repository.pullRequest.comments;
    const found = nodes.find(({ body, viewerDidAuthor }) => viewerDidAuthor && body.startsWith(mark));
    if (found || !pageInfo.hasNextPage) return found;
    after = pageInfo.endCursor;
  }
}

async function ask(query, variables) {
  const response = await fetch(process.env.GITHUB_GRAPHQL_URL ?? 'https://api.github.com/graphql', {
    method: 'POST',
    headers: {
      authorization: `bearer ${given.token}`,
      'content-type': 'application/json',
      'user-agent': 'policyc',
    },
    body: JSON.stringify({ query, variables }),
    signal: AbortSignal.timeout(30_000),
  });
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}.`);
  const { data, errors } = await response.json();
  if (errors?.length) throw new Error(errors.map(({ message }) => message).join(' '));
  return data;
}
