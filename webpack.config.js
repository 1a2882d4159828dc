const path = require("node:path");
const CopyPlugin = require("copy-webpack-plugin");
const HtmlWebpackPlugin = require("html-webpack-plugin");

const OFFICE_CDN = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";
const ROOMS = [
  ...["text", "sheet", "locale", "deadline", "unit", "appendix", "task", "tracking", "check"],
  ...["report", "collect", "excel", "commands", "pane"],
];
const FLUENT_TOKENS = path.resolve(__dirname, "node_modules/@fluentui/tokens/lib/tokens.js");
const office = path.dirname(require.resolve("@microsoft/office-js/dist/office.js"));

/**
 * Two pages from one source: taskpane.html for Excel, index.html to try the same pane in a browser.
 * --env officejs=local serves Office.js from this site, for networks without the Microsoft CDN.
 */
module.exports = async (env = {}, argv = {}) => {
  const production = argv.mode === "production";
  const localOffice = env.officejs === "local";
  return {
    mode: production ? "production" : "development",
    target: ["web", "es2022"],
    // The pages' own policy refuses eval, in development too.
    devtool: production ? "source-map" : "cheap-module-source-map",
    entry: {
      taskpane: "./src/pane/taskpane.tsx",
      preview: "./src/preview/index.tsx",
      trial: "./src/preview/trial.tsx",
      "self-check": "./src/preview/self-check/index.ts",
    },
    output: {
      path: env.output ? path.resolve(env.output) : path.resolve(__dirname, "dist"),
      filename: "[name].[contenthash:8].js",
      chunkFilename: "[name].[contenthash:8].js",
      clean: true,
    },
    resolve: {
      extensions: [".ts", ".tsx", ".js"],
      alias: { [FLUENT_TOKENS]: path.resolve(__dirname, "src/pane/tokens.ts") },
    },
    cache: {
      type: "filesystem",
      cacheDirectory: path.resolve(__dirname, ".cache/webpack"),
      buildDependencies: { config: [__filename] },
    },
    module: {
      rules: [
        // Modules of these rooms do nothing by being loaded: what is not used is left out.
        {
          test: /\.tsx?$/,
          include: ROOMS.map((room) => path.resolve(__dirname, "src", room)),
          sideEffects: false,
        },
        {
          test: /\.tsx?$/,
          exclude: /node_modules/,
          use: {
            loader: "swc-loader",
            options: {
              jsc: {
                target: "es2022",
                parser: { syntax: "typescript", tsx: true },
                transform: { react: { runtime: "automatic" } },
              },
            },
          },
        },
      ],
    },
    optimization: {
      splitChunks: { chunks: "all", maxInitialRequests: 6 },
    },
    performance: { hints: false },
    plugins: [
      new HtmlWebpackPlugin({
        filename: "taskpane.html",
        template: "src/pane/taskpane.ejs",
        chunks: ["taskpane"],
        scriptLoading: "defer",
        templateParameters: {
          officeAddress: localOffice ? "vendor/office/office.js" : OFFICE_CDN,
          officeOrigin: localOffice ? "" : new URL(OFFICE_CDN).origin,
        },
      }),
      new HtmlWebpackPlugin({
        filename: "index.html",
        template: "src/preview/index.ejs",
        chunks: ["preview"],
        scriptLoading: "defer",
      }),
      new HtmlWebpackPlugin({
        filename: "trial.html",
        template: "src/preview/trial.ejs",
        chunks: ["trial"],
        scriptLoading: "defer",
      }),
      new HtmlWebpackPlugin({
        filename: "self-check.html",
        template: "src/preview/self-check/self-check.ejs",
        chunks: ["self-check"],
        scriptLoading: "defer",
        templateParameters: { officeAddress: localOffice ? "vendor/office/office.js" : OFFICE_CDN },
      }),
      new CopyPlugin({
        patterns: [
          { from: "assets", to: "assets" },
          { from: "src/pane/floor.js", to: "floor.js" },
          // Office.js may only be handed on as it is: it is copied, never bundled or changed.
          {
            from: path.join(office, "excel-web-16.00.js"),
            to: "vendor/excel-web-16.00.js",
            info: { minimized: true },
          },
          ...(localOffice
            ? [{ from: office, to: "vendor/office", info: { minimized: true } }]
            : []),
        ],
      }),
    ],
    devServer: {
      port: 3000,
      hot: false,
      static: false,
      // Excel takes pages over https alone; the certificate is made for this computer.
      ...(env.https
        ? {
            server: {
              type: "https",
              options: await require("office-addin-dev-certs").getHttpsServerOptions(),
            },
          }
        : {}),
    },
  };
};
