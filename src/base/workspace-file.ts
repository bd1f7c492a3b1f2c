/** The name of the file that makes a folder a workspace. */
export const workspaceFile = 'policyc.yaml';
