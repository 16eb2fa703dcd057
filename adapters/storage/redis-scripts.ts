import { createHash } from "node:crypto";
import type { RedisClient } from "./redis-client.js";

/**
 * A Lua script. Each runs atomically on the server, names all its keys in KEYS (one hash tag, so one slot of a
 * cluster) and begins with `#!lua`: then Redis refuses it whole, and not half-way, when it is read-only, out of
 * memory or without the replicas it needs. Sent as EVALSHA, `sha` is its name.
 */
export type Script = { readonly source: string; readonly sha: string };

function script(source: string): Script {
  return { source, sha: createHash("sha1").update(source).digest("hex") };
}

/** Runs a script by its hash; a server that does not know it yet did nothing and gets its text. */
export async function run(
  client: RedisClient,
  { source, sha }: Script,
  keys: readonly string[],
  args: readonly (string | Buffer | number)[],
): Promise<unknown> {
  try {
    return await client.callBuffer("EVALSHA", [sha, keys.length, ...keys, ...args]);
  } catch (error) {
    if (!(error instanceof Error) || !error.message.startsWith("NOSCRIPT")) throw error;
    return client.callBuffer("EVAL", [source, keys.length, ...keys, ...args]);
  }
}

/**
 * Decides and applies one batch (see redis-commit.ts, which writes its arguments).
 *
 * KEYS[1] marks this very commit: the client sends it again when the reply was lost, and whatever was answered
 * then is answered again. ARGV: `1` if this is such a repetition, how long to keep the mark (ms), the channel
 * that tells of new jobs, and then the operations, each a letter with its arguments; deciding ones come first.
 * KEYS[2] is the journal of a backup that is under way (redis-portable.ts): while it is there, each commit writes
 * down which keys it touched.
 * Only a repetition marks a refusal: else a first request that is still under way could succeed after it.
 *
 * Answers `C` committed, `E` expired, `K` n conflict at the n-th condition, `R` with the result of then.
 *
 * A lease is `token attempt until`, in a hash per queue; `-` instead of a token: free, but tried before.
 */
export const commitScript = script(`#!lua
local mark = KEYS[1]
local known = redis.call('GET', mark)
if known then return known end

local function refuse(answer)
  if ARGV[1] == '1' then redis.call('SET', mark, answer, 'PX', ARGV[2]) end
  return answer
end

local k, a, last, conditions, jobs = 3, 4, #ARGV, 0, false
while a <= last do
  local op, key = ARGV[a], KEYS[k]
  if op == '=' then
    conditions = conditions + 1
    if redis.call('GETRANGE', key, 0, 7) ~= ARGV[a + 1] then return refuse('K' .. conditions) end
    k, a = k + 1, a + 2
  elseif op == 'S' then
    redis.call('SET', key, ARGV[a + 1])
    k, a = k + 1, a + 2
  elseif op == 'X' then
    redis.call('SET', key, ARGV[a + 1], 'PXAT', ARGV[a + 2])
    k, a = k + 1, a + 3
  elseif op == '?' then
    local result = redis.call('GET', key)
    if result then return refuse('R' .. result) end
    k, a = k + 1, a + 1
  elseif op == 'T' then
    local time = redis.call('TIME')
    if time[1] * 1000 + time[2] / 1000 > tonumber(ARGV[a + 1]) then return refuse('E') end
    a = a + 2
  elseif op == 'A' then
    redis.call('XADD', key, '0-*', 'v', ARGV[a + 1])
    k, a = k + 1, a + 2
  elseif op == 'Q' then
    if redis.call('ZADD', key, 'NX', ARGV[a + 2], ARGV[a + 1]) == 1 then
      redis.call('HSET', KEYS[k + 1], ARGV[a + 1], ARGV[a + 3])
      jobs = true
    end
    k, a = k + 2, a + 4
  elseif op == '+' then
    redis.call('ZADD', key, 0, ARGV[a + 1])
    k, a = k + 1, a + 2
  elseif op == '-' then
    redis.call('ZREM', key, ARGV[a + 1])
    k, a = k + 1, a + 2
  elseif op == 'D' then
    redis.call('UNLINK', key)
    k, a = k + 1, a + 1
  elseif op == 'L' then
    conditions = conditions + 1
    local lease, token = redis.call('HGET', key, ARGV[a + 1]), ARGV[a + 2]
    if token == '-' or not lease or string.match(lease, '^%S+') ~= token then
      return refuse('K' .. conditions)
    end
    k, a = k + 1, a + 3
  elseif op == 'F' then
    local id = ARGV[a + 1]
    redis.call('ZREM', key, id)
    redis.call('HDEL', KEYS[k + 1], id)
    redis.call('HDEL', KEYS[k + 2], id)
    k, a = k + 3, a + 2
  elseif op == 'P' then
    local id = ARGV[a + 1]
    if redis.call('HEXISTS', KEYS[k + 1], id) == 1 then
      redis.call('ZADD', key, ARGV[a + 2], id)
      redis.call('HSET', KEYS[k + 1], id, ARGV[a + 3])
      local attempt = string.match(redis.call('HGET', KEYS[k + 2], id) or '', '^%S+ (%d+)') or '0'
      redis.call('HSET', KEYS[k + 2], id, '- ' .. attempt .. ' 0')
    end
    k, a = k + 3, a + 4
  elseif op == 'M' then
    redis.call('XDEL', key, ARGV[a + 1])
    k, a = k + 1, a + 2
  else
    error('unknown operation')
  end
end

if redis.call('EXISTS', KEYS[2]) == 1 then
  for i = 3, #KEYS do redis.call('SADD', KEYS[2], KEYS[i]) end
end
redis.call('SET', mark, 'C', 'PX', ARGV[2])
if jobs then redis.call('PUBLISH', ARGV[3], '') end
return 'C'
`);

/**
 * KEYS: order, values and leases of a queue. ARGV: now, until, limit, token. Answers id, due, attempt and value
 * of each job that this token holds now. Sent again after a lost reply, it finds its own leases and takes no more.
 */
export const leaseScript = script(`#!lua
local now, limit, token = tonumber(ARGV[1]), tonumber(ARGV[3]), ARGV[4]
local step, from, found = math.max(limit, 50), 0, {}
while true do
  local page = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', ARGV[1], 'WITHSCORES', 'LIMIT', from, step)
  for i = 1, #page, 2 do
    local id = page[i]
    local holder, attempt, till = '-', '0', '0'
    local lease = redis.call('HGET', KEYS[3], id)
    if lease then holder, attempt, till = string.match(lease, '^(%S+) (%d+) (%d+)$') end
    if holder == token or holder == '-' or tonumber(till) <= now then
      if holder ~= token then
        attempt = string.format('%d', attempt + 1)
        redis.call('HSET', KEYS[3], id, token .. ' ' .. attempt .. ' ' .. ARGV[2])
      end
      found[#found + 1] = id
      found[#found + 1] = page[i + 1]
      found[#found + 1] = attempt
      found[#found + 1] = redis.call('HGET', KEYS[2], id)
      if #found == limit * 4 then return found end
    end
  end
  if #page < step * 2 then return found end
  from = from + step
end
`);

/** KEYS: order, values and leases of a queue. ARGV: limit. Answers id, due, attempt and value of each job. */
export const jobsScript = script(`#!lua flags=no-writes
local found = {}
local page = redis.call('ZRANGE', KEYS[1], 0, ARGV[1] - 1, 'WITHSCORES')
for i = 1, #page, 2 do
  local lease = redis.call('HGET', KEYS[3], page[i])
  found[#found + 1] = page[i]
  found[#found + 1] = page[i + 1]
  found[#found + 1] = lease and string.match(lease, '^%S+ (%d+)') or '0'
  found[#found + 1] = redis.call('HGET', KEYS[2], page[i])
end
return found
`);

/**
 * Reads records, markers, indexes, streams and queues whole, all at one instant. KEYS: what to read, a queue by its
 * order. ARGV: how long the prefix of all keys is, and perhaps a journal: then what its members name is read too
 * (values and leases of a queue stand for the queue). Answers key and contents of each, and behind them the members.
 */
export const readScript = script(`#!lua flags=no-writes
local prefix, found, seen, touched = tonumber(ARGV[1]), {}, {}, {}
local function named(key, letter)
  return string.sub(key, 1, prefix) .. letter .. string.sub(key, prefix + 2)
end
local function read(key)
  local letter = string.sub(key, prefix + 1, prefix + 1)
  if letter == 'j' or letter == 'l' then
    letter = 'q'
    key = named(key, letter)
  end
  if seen[key] then return end
  seen[key] = true
  if letter == 'r' or letter == 'o' then
    found[#found + 1] = { key, redis.call('GET', key), redis.call('PEXPIRETIME', key) }
  elseif letter == 'i' then
    found[#found + 1] = { key, redis.call('ZRANGE', key, 0, -1) }
  elseif letter == 's' then
    local last = ''
    if redis.call('EXISTS', key) == 1 then
      local info = redis.call('XINFO', 'STREAM', key)
      for i = 1, #info, 2 do
        if info[i] == 'last-generated-id' then last = info[i + 1] end
      end
    end
    found[#found + 1] = { key, redis.call('XRANGE', key, '-', '+'), last }
  elseif letter == 'q' then
    local values, leases = redis.call('HGETALL', named(key, 'j')), redis.call('HGETALL', named(key, 'l'))
    found[#found + 1] = { key, redis.call('ZRANGE', key, 0, -1, 'WITHSCORES'), values, leases }
  end
end
for _, key in ipairs(KEYS) do read(key) end
if ARGV[2] then
  touched = redis.call('SMEMBERS', ARGV[2])
  for _, key in ipairs(touched) do read(key) end
end
return { found, touched }
`);
